"""Averages the weights of readers, or of networks for acts, of one training, later epochs say: python average.py [--acts] --out OUT_DIR RUN_DIR..."""

import argparse
import shutil
from pathlib import Path

import torch


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("runs", nargs="+", type=Path)
    cli.add_argument("--out", required=True, type=Path)
    cli.add_argument("--acts", action="store_true", help="the runs are of acts.py")
    args = cli.parse_args()
    weights, labels = ("acts.pt", "acts.json") if args.acts else ("reader.pt", "labels.json")
    args.out.mkdir(parents=True, exist_ok=True)
    states = [torch.load(run / weights, map_location="cpu", weights_only=True) for run in args.runs]
    # of a run that knew more parts the leading rows, as acts.py takes them
    leading = lambda key: tuple(slice(0, min(sizes)) for sizes in zip(*(s[key].shape for s in states)))
    together = lambda key: torch.stack([s[key][leading(key)] for s in states])
    # `most` bounds what a projection sees: the larger bound holds for both
    mean = {key: together(key).amax(0) if key.endswith(".most") else together(key).mean(0) for key in states[0]}
    torch.save(mean, args.out / weights)
    shutil.copyfile(args.runs[0] / labels, args.out / labels)


if __name__ == "__main__":
    main()

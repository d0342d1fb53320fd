"""Exports the trained networks to ONNX.

    python export.py --base ENCODER_DIR --run RUN_DIR --acts ACTS_DIR --out DIR --version 1.2.0

RUN_DIR holds reader.pt and labels.json (train.py), ACTS_DIR acts.pt and acts.json (acts.py), and DIR already holds lemmas.tsv
(lexicon.py writes it). Writes DIR/reader.onnx, DIR/acts.onnx, DIR/tokenizer.json and DIR/model.json, which names the hashes of all.
Without --run the reader that DIR holds stays as it is.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch

from acts import ROLES, Acts, fitted
from graph import acts_graph_of, graph_of
from model import SHAPES, Reader
from coding import MAX_PIECES

FILES = ("reader.onnx", "acts.onnx", "tokenizer.json", "lemmas.tsv")


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--run")
    cli.add_argument("--acts", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--version", required=True, help="of the weights; claims name it")
    args = cli.parse_args()
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    if not (out / "lemmas.tsv").exists():
        raise SystemExit(f"{out / 'lemmas.tsv'} is missing: run lexicon.py first")
    labels = export_reader(args, out) if args.run else json.loads((out / "model.json").read_text())["labels"]
    labels["acts"] = export_acts(args, out)
    shutil.copyfile(Path(args.base) / "tokenizer.json", out / "tokenizer.json")
    by_word = ["batch", "count"]
    inputs = {**{name: ["batch", "length"] for name in ("pieces", "shapes", "mask")}, "first": by_word}
    card = {
        "format": 3, "version": args.version, "labels": labels, "maxPieces": MAX_PIECES, "shapes": SHAPES,
        "reader": {
            "inputs": {**inputs, "words": by_word},
            "outputs": {"upos": by_word, "xpos": by_word, "lemma": by_word, "names": [*by_word, "label"],
                        "arcs": [*by_word, "1+count"], "relations": [*by_word, "1+count"]},
        },
        "acts": {"inputs": inputs, "outputs": {"acts": [*by_word, "act"], **{role: [*by_word, "count"] for role in ROLES}}},
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "model.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n")
    print({name: (out / name).stat().st_size for name in (*FILES, "model.json")})


def export_reader(args, out):
    run = Path(args.run)
    labels = json.loads((run / "labels.json").read_text())
    reader = Reader(args.base, {k: len(v) for k, v in labels.items()})
    reader.load_state_dict(torch.load(run / "reader.pt", map_location="cpu", weights_only=True))
    onnx.save(graph_of(reader.eval()), str(out / "reader.onnx"))
    return labels


def export_acts(args, out):
    labels = json.loads((Path(args.acts) / "acts.json").read_text())
    acts = Acts(args.base, len(labels))
    acts.load_state_dict(fitted(torch.load(Path(args.acts) / "acts.pt", map_location="cpu", weights_only=True), acts))  # acts_taught.py leaves tables out
    onnx.save(acts_graph_of(acts.eval()), str(out / "acts.onnx"))
    return labels


if __name__ == "__main__":
    main()

"""Exports the trained reader to ONNX: python export.py --base ENCODER_DIR --run RUN_DIR --out DIR --version 1.1.0

RUN_DIR holds reader.pt and labels.json, and DIR already holds lemmas.tsv (lexicon.py writes it).
Writes DIR/reader.onnx, DIR/tokenizer.json and DIR/model.json, which names the hashes of all three.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch

from graph import graph_of
from model import SHAPES, Reader
from coding import MAX_PIECES

FILES = ("reader.onnx", "tokenizer.json", "lemmas.tsv")


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--run", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--version", required=True, help="of the weights; claims name it")
    args = cli.parse_args()
    run, out = Path(args.run), Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    if not (out / "lemmas.tsv").exists():
        raise SystemExit(f"{out / 'lemmas.tsv'} is missing: run lexicon.py first")
    labels = json.loads((run / "labels.json").read_text())
    reader = Reader(args.base, {k: len(v) for k, v in labels.items()})
    reader.load_state_dict(torch.load(run / "reader.pt", map_location="cpu", weights_only=True))
    onnx.save(graph_of(reader.eval()), str(out / "reader.onnx"))
    shutil.copyfile(Path(args.base) / "tokenizer.json", out / "tokenizer.json")
    card = {
        "format": 1, "version": args.version, "labels": labels, "maxPieces": MAX_PIECES, "shapes": SHAPES,
        "inputs": {"pieces": ["batch", "length"], "shapes": ["batch", "length"], "mask": ["batch", "length"],
                   "first": ["batch", "count"], "words": ["batch", "count"]},
        "outputs": {"upos": ["batch", "count"], "xpos": ["batch", "count"], "lemma": ["batch", "count"],
                    "names": ["batch", "count", "label"], "arcs": ["batch", "count", "1+count"], "relations": ["batch", "count", "1+count"]},
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "model.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n")
    print({name: (out / name).stat().st_size for name in (*FILES, "model.json")})


if __name__ == "__main__":
    main()

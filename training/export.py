"""Exports the trained reader to ONNX: python export.py --base MINILM_DIR --run RUN_DIR --out DIR --version 1.0.0

RUN_DIR holds reader.pt and labels.json, and DIR already holds lemmas.tsv (lexicon.py writes it).
Writes DIR/reader.onnx, DIR/tokenizer.json and DIR/model.json, which names the hashes of all three.
Weights are stored in half precision and cast back at load, so that the file is half as large while every sum is
taken in single precision: int8 gave other trees on other backends, fp32 gives the same ones.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from model import SHAPES, Reader, Runner
from train import MAX_PIECES

INPUTS = ("pieces", "shapes", "mask", "first", "words")
OUTPUTS = ("upos", "xpos", "lemma", "names", "arcs", "relations")
FILES = ("reader.onnx", "tokenizer.json", "lemmas.tsv")
IR_VERSION = 9  # nothing newer is used, and older runtimes load it
SMALL = 1024  # tensors below this many numbers stay as they are


def example():
    """Two sentences of unequal length, so that no size is taken for a constant."""
    pieces = torch.tensor([[101, 2000, 2001, 2002, 2003, 2004, 102], [101, 2000, 2001, 102, 0, 0, 0]])
    first = torch.tensor([[1, 2, 4, 5], [1, 2, 0, 0]])
    words = torch.tensor([[True] * 4, [True, True, False, False]])
    return pieces, (pieces != 0).long(), (pieces != 0).long(), first, words


def export(runner, path):
    batch, length, count = torch.export.Dim("batch"), torch.export.Dim("length", max=512), torch.export.Dim("count")
    by_piece, by_word = {0: batch, 1: length}, {0: batch, 1: count}
    torch.onnx.export(
        runner, example(), str(path), dynamo=True, opset_version=18, external_data=False,
        input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_shapes=(by_piece, by_piece, by_piece, by_word, by_word),
    )


def fuse(path, config):
    """Gelu and the normalisation after a residual as one operator each, which is 7 % of the time; the sums stay the same."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    heads, width = config["num_attention_heads"], config["hidden_size"]
    return optimizer.optimize_model(str(path), "bert", heads, width, optimization_options=options, opt_level=0).model


def halve(model):
    """float32 initialisers -> float16 ones, each followed by a Cast that ONNX Runtime folds when it loads."""
    kept, casts = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < SMALL:
            kept.append(tensor)
            continue
        half = f"{tensor.name}.half"
        kept.append(numpy_helper.from_array(values.astype(np.float16), half))
        casts.append(helper.make_node("Cast", [half], [tensor.name], to=TensorProto.FLOAT, name=f"{tensor.name}.cast"))
    nodes = [*casts, *model.graph.node]
    model.ir_version = IR_VERSION
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    for field, values in ((model.graph.initializer, kept), (model.graph.node, nodes)):
        del field[:]
        field.extend(values)
    return model


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
    path = out / "reader.onnx"
    export(Runner(reader).eval(), path)
    onnx.save(halve(fuse(path, json.loads((Path(args.base) / "config.json").read_text()))), str(path))
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

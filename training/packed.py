"""Sends an encoder to a machine that is lent: its weights in 8 bits, a scale a row, in files of a size that may travel.

    python packed.py pack ENCODER_DIR OUT_DIR [--megabytes 44]
    python packed.py unpack OUT_DIR ENCODER_DIR

OUT_DIR holds config.json, tokenizer.json and the parts 0.part, 1.part ..., which may be gathered there one after another. BERT-base takes
98 MB. What is small or no matrix keeps its precision.
"""

import argparse
import pickle
import shutil
import zlib
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file

LEAST = 20_000  # weights of a matrix that is rounded
BESIDE = ("config.json", "tokenizer.json")


def squeezed(data):
    """By Huffman's code alone: rounded weights repeat nothing."""
    press = zlib.compressobj(1, zlib.DEFLATED, -15, 9, zlib.Z_HUFFMAN_ONLY)
    return press.compress(data) + press.flush()


def small(weights):
    values = weights.float().numpy()
    if values.ndim < 2 or values.size < LEAST:
        return values.shape, squeezed(values.tobytes()), None
    scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127, 1e-8).astype(np.float32)
    return values.shape, squeezed((values / scale).round().astype(np.int8).tobytes()), scale.tobytes()


def large(shape, data, scale):
    raw = zlib.decompress(data, -15)
    if scale is None:
        return torch.from_numpy(np.frombuffer(raw, np.float32).reshape(shape).copy())
    return torch.from_numpy(np.frombuffer(raw, np.int8).reshape(shape) * np.frombuffer(scale, np.float32)[:, None])


def pack(base, out, most):
    parts, size = [{}], 0
    for name, weights in load_file(base / "model.safetensors").items():
        if not weights.is_floating_point() or "pooler" in name:
            continue
        one = small(weights)
        taken = len(one[1]) + len(one[2] or b"")
        if size + taken > most and parts[-1]:
            parts.append({})
            size = 0
        parts[-1][name] = one
        size += taken
    out.mkdir(parents=True, exist_ok=True)
    for i, part in enumerate(parts):
        (out / f"{i}.part").write_bytes(pickle.dumps(part))
    for name in BESIDE:
        shutil.copyfile(base / name, out / name)


def unpack(sent, base):
    base.mkdir(parents=True, exist_ok=True)
    weights = {}
    for file in sorted(sent.glob("*.part")):
        weights |= {name: large(*one) for name, one in pickle.loads(file.read_bytes()).items()}
    save_file(weights, base / "model.safetensors")
    for name in BESIDE:
        shutil.copyfile(sent / name, base / name)


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("what", choices=("pack", "unpack"))
    cli.add_argument("source", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--megabytes", type=float, default=44)
    args = cli.parse_args()
    if args.what == "pack":
        pack(args.source, args.out, args.megabytes * 1e6)
    else:
        unpack(args.source, args.out)


if __name__ == "__main__":
    main()

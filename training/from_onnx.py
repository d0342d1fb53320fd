"""Takes the weights of a shipped network for acts back, to go on from them: python from_onnx.py --base ENCODER_DIR --model MODEL_DIR --out DIR

MODEL_DIR is a folder like models/en. Writes DIR/acts.pt and DIR/acts.json, with weights as exported, in 7 bits; the table of word pieces is
the base's, which no training changes. `acts_graph_of` (graph.py) tells the order that is relied on here.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from acts import Acts


class Weights:
    """The constants of a graph, and its nodes in order."""

    def __init__(self, file):
        graph = onnx.load(str(file)).graph
        self.nodes = list(graph.node)
        self.const = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.made = {name: node for node in self.nodes for name in node.output}

    def of(self, *kinds):
        return [node for node in self.nodes if node.op_type in kinds]

    def tensor(self, name):
        return torch.from_numpy(self.const[name].astype(np.float32))

    def projections(self):
        """(weights, bias, most) of each: two products, of the coarse half of the input and of the rest."""
        halves = self.of("MatMulIntegerToFloat")
        for coarse, rest in zip(halves[::2], halves[1::2]):
            weights = self.tensor(coarse.input[1]) * self.tensor(coarse.input[3])
            biased = next(node for node in (coarse, rest) if len(node.input) > 6)
            yield weights.T, self.tensor(biased.input[6]), 127 * self.tensor(self.made[coarse.input[0]].input[1]).squeeze()


@torch.no_grad()
def take(model, weights):
    found = list(weights.projections())
    layers = [p for layer in model.encoder.layers for p in (layer.qkv, layer.out, layer.wide, layer.narrow)]
    for own in (*layers, model.rt, model.rw, model.act):
        at = next(i for i, (values, _, _) in enumerate(found) if values.shape == own.weight.shape)  # the three of the head differ in shape
        for to, value in zip((own.weight, own.bias, own.most), found.pop(at)):
            to.copy_(value)
    norms = [model.encoder.norm, *(norm for layer in model.encoder.layers for norm in (layer.norm1, layer.norm2))]
    for own, node in zip(norms, weights.of("LayerNormalization", "SkipLayerNormalization"), strict=True):
        scale, shift = node.input[1:3] if node.op_type == "LayerNormalization" else node.input[2:4]
        own.weight.copy_(weights.tensor(scale))
        own.bias.copy_(weights.tensor(shift))
    shapes = next(node for node in weights.of("Gather") if node.input[1] == "shapes")
    model.encoder.shapes.weight.copy_(weights.tensor(shapes.input[0]))
    lean = next(node for node in weights.of("MatMul") if node.input[1] in weights.const)
    model.rb.weight.copy_(weights.tensor(lean.input[1]).T)
    shift = next(node for node in weights.of("Add") if lean.output[0] in node.input)
    model.rb.bias.copy_(weights.tensor(shift.input[1]))


def main():
    cli = argparse.ArgumentParser()
    for name in ("--base", "--model", "--out"):
        cli.add_argument(name, required=True, type=Path)
    args = cli.parse_args()
    labels = json.loads((args.model / "model.json").read_text())["labels"]["acts"]
    model = Acts(args.base, len(labels))
    take(model, Weights(args.model / "acts.onnx"))
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), args.out / "acts.pt")
    (args.out / "acts.json").write_text(json.dumps(labels))


if __name__ == "__main__":
    main()

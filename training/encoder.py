"""A BERT encoder with its projections in the shape in which it is exported: queries, keys and values as one matrix.

Weights come from a model.safetensors with BERT's usual names beside a config.json. Where a projection is
`whole` its weights are seen in 7 bits, as they are exported, while gradients pass as if they were not.
"""

import json
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

MOST = 63  # of a weight: sums of two products stay within 16 bits on processors that add them there


class Projection(nn.Linear):
    """A linear layer whose weights may be seen in 7 bits, a scale for each output; `most` bounds its input once it was watched."""

    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs)
        self.register_buffer("most", torch.zeros(()))
        self.watching, self.whole = False, False

    def forward(self, x):
        if self.watching:
            self.most.clamp_(min=x.detach().abs().max().float())
        return F.linear(x, self.rounded() if self.whole else self.weight, self.bias)

    def weight_scale(self):
        return (self.weight.abs().amax(1) / MOST).clamp(min=1e-8)

    def rounded(self):
        """The weights as they are exported; gradients pass as if they were not rounded."""
        with torch.autocast(self.weight.device.type, enabled=False):
            scale = self.weight_scale().detach()[:, None]
            return self.weight + ((self.weight / scale).round() * scale - self.weight).detach()


class Layer(nn.Module):
    def __init__(self, width, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = Projection(width, 3 * width), Projection(width, width)
        self.wide, self.narrow = Projection(width, inner), Projection(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, bias):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).reshape(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(2, 3) * (width // self.heads) ** -0.5 + bias
        mixed = (self.drop(scores.softmax(-1)).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """pieces, shapes [B, L] and mask [B, L] of 0 and 1 -> [B, L, width]."""

    def __init__(self, base, shapes, drop=0.1):
        super().__init__()
        config = json.loads((Path(base) / "config.json").read_text())
        self.width, self.heads = config["hidden_size"], config["num_attention_heads"]
        self.words = nn.Embedding(config["vocab_size"], self.width)
        self.positions = nn.Embedding(config["max_position_embeddings"], self.width)
        self.shapes = nn.Embedding(shapes, self.width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(self.width, 1e-12)
        inner = config["intermediate_size"]
        self.layers = nn.ModuleList(Layer(self.width, self.heads, inner, drop) for _ in range(config["num_hidden_layers"]))
        self.drop = nn.Dropout(drop)
        self.take(load_file(Path(base) / "model.safetensors"))

    @torch.no_grad()
    def take(self, found):
        """Copies BERT's weights; the one segment that is used is added to the positions."""
        put = lambda to, name: (to.weight.copy_(found[f"{name}.weight"]), to.bias.copy_(found[f"{name}.bias"]))
        self.words.weight.copy_(found["embeddings.word_embeddings.weight"])
        self.positions.weight.copy_(found["embeddings.position_embeddings.weight"] + found["embeddings.token_type_embeddings.weight"][0])
        put(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            parts = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([found[f"{p}.weight"] for p in parts]))
            layer.qkv.bias.copy_(torch.cat([found[f"{p}.bias"] for p in parts]))
            put(layer.out, f"{at}attention.output.dense")
            put(layer.norm1, f"{at}attention.output.LayerNorm")
            put(layer.wide, f"{at}intermediate.dense")
            put(layer.narrow, f"{at}output.dense")
            put(layer.norm2, f"{at}output.LayerNorm")

    def forward(self, pieces, shapes, mask):
        places = torch.arange(pieces.size(1), device=pieces.device)
        x = self.drop(self.norm(self.words(pieces) + self.positions(places) + self.shapes(shapes)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def projections(module):
    return [m for m in module.modules() if isinstance(m, Projection)]

"""The multi-task network: a small encoder with heads for tags, lemma scripts, dependencies and names.

Shapes: pieces and shapes [B, L]; first [B, N] the index of each word's first piece; words [B, N] a mask.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import CONVENTIONS
from encoder import Encoder, Projection

SHAPES = 8  # see shape_of; behind them one for each convention, which the marks around a sentence have while training
TAGS = ("upos", "xpos", "lemma", "names")


def shape_of(word):
    """What an uncased encoder loses: 0 special, 1 lower, 2 Title, 3 UPPER, 4 MiXed, 5 digits, 6 letters+digits, 7 other."""
    if any(c.isdigit() for c in word):
        return 6 if any(c.isalpha() for c in word) else 5
    if not any(c.isalpha() for c in word):
        return 7
    if word == word.lower():
        return 1
    if len(word) > 1 and word == word.upper():
        return 3
    return 2 if word[0] != word[0].lower() and word[1:] == word[1:].lower() else 4


class Reader(nn.Module):
    """`arc` and `rel` are the widths of the two sides that a head is chosen, and a relation named, by."""

    def __init__(self, base, sizes, arc=256, rel=96, drop=0.1):
        super().__init__()
        self.encoder = Encoder(base, SHAPES + len(CONVENTIONS), drop)
        width = self.encoder.width
        self.root = nn.Parameter(torch.zeros(1, 1, width))
        self.widths = (*(sizes[name] for name in TAGS), arc, arc, rel, rel)
        self.heads = Projection(width, sum(self.widths))
        self.arc = nn.Linear(arc, arc)
        self.rel = Projection(rel, sizes["relations"] * (rel + 1))
        for layer in (self.arc, self.rel):
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.normal_(layer.bias, std=0.02)
        self.drop = nn.Dropout(1.5 * drop)

    def encode(self, pieces, shapes, mask, first):
        hidden = self.encoder(pieces, shapes, mask)
        return self.drop(torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.size(-1))))

    def read(self, x, words):
        """-> ({tag: logits [B, N, labels]}, arc scores [B, N, 1+N], relation sides [B, N, r] and [B, 1+N, r])."""
        y = torch.cat([self.root.expand(x.size(0), 1, -1).to(x.dtype), x], 1)
        parts = self.heads(y).split(self.widths, -1)
        arc_dep, arc_head, rel_dep, rel_head = (self.drop(F.gelu(part)) for part in parts[len(TAGS):])
        scores = self.arc(arc_dep[:, 1:]) @ arc_head.transpose(1, 2)
        allowed = torch.cat([torch.ones_like(words[:, :1]), words], 1)
        tags = {name: part[:, 1:] for name, part in zip(TAGS, parts)}
        return tags, scores.masked_fill(~allowed[:, None, :], -1e4), rel_dep[:, 1:], rel_head

    def relations(self, dep, head):
        """Relation scores [B, N, labels] of each word towards the head side given for it, both [B, N, r]."""
        return (self.rel(dep).unflatten(-1, (-1, head.size(-1) + 1)) @ with_one(head)[..., None]).squeeze(-1)

    def forward(self, pieces, shapes, mask, first, words, heads):
        """Training: relation scores at the given heads [B, N]."""
        tags, scores, dep, head = self.read(self.encode(pieces, shapes, mask, first), words)
        head = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.size(-1)))
        return tags, scores, self.relations(dep, head)


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)

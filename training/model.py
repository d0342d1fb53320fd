"""The multi-task network: MiniLM-L6 with heads for tags, lemma scripts, dependencies and names.

Shapes: pieces and shapes [B, L]; first [B, N] the index of each word's first piece; words [B, N] a mask.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoModel

SHAPES = 8  # see shape_of


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
    def __init__(self, base, sizes, arc=256, rel=128, drop=0.15):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.root = nn.Parameter(torch.zeros(1, 1, width))
        self.tags = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in ("upos", "xpos", "lemma", "names")})
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dep, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rel = nn.Parameter(torch.randn(sizes["relations"], rel + 1, rel + 1) * 0.02)
        self.drop = nn.Dropout(drop)

    def encode(self, pieces, shapes, mask, first):
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.drop(torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.size(-1))))

    def arcs(self, x, words):
        y = torch.cat([self.root.expand(x.size(0), 1, -1), x], 1)
        dep, head = self.drop(F.gelu(self.arc_dep(x))), self.drop(F.gelu(self.arc_head(y)))
        scores = with_one(dep) @ self.arc @ head.transpose(1, 2)
        allowed = torch.cat([torch.ones_like(words[:, :1]), words], 1)
        return scores.masked_fill(~allowed[:, None, :], -1e4), y

    def relation_sides(self, x, y):
        return with_one(self.drop(F.gelu(self.rel_dep(x)))), with_one(self.drop(F.gelu(self.rel_head(y))))

    def forward(self, pieces, shapes, mask, first, words, heads):
        """Training: relation scores at the given heads."""
        x = self.encode(pieces, shapes, mask, first)
        scores, y = self.arcs(x, words)
        dep, head = self.relation_sides(x, y)
        head = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.size(-1)))
        relations = torch.einsum("bnlj,bnj->bnl", torch.einsum("bni,lij->bnlj", dep, self.rel), head)
        return {name: layer(x) for name, layer in self.tags.items()}, scores, relations


class Runner(nn.Module):
    """What is exported: every decision but the tree, which TypeScript decodes from the arc scores."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, pieces, shapes, mask, first, words):
        r = self.reader
        x = r.encode(pieces, shapes, mask, first)
        scores, y = r.arcs(x, words)
        dep, head = r.relation_sides(x, y)
        n, side = x.size(1), dep.size(-1)
        projected = (dep.reshape(-1, side) @ r.rel.permute(1, 0, 2).reshape(side, -1)).reshape(x.size(0), -1, side)
        relations = (projected @ head.transpose(1, 2)).reshape(x.size(0), n, -1, head.size(1))
        best = [r.tags[name](x).argmax(-1).int() for name in ("upos", "xpos", "lemma")]
        return *best, torch.log_softmax(r.tags["names"](x), -1), torch.log_softmax(scores, -1), relations.argmax(2).int()


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)

"""Trains the weights that find the ends of sentences that no sign marks: a logistic regression with an L1 penalty, so that few remain.

    node tools/splitter-rows.ts > build/rows.tsv
    python training/splitter.py build/rows.tsv knowledge/language/boundary-weights.tsv

The rows are open places of UD-EWT train, GUM without the documents held back, and news; UD-EWT dev is read for the figures alone.
The result does not depend on chance: the problem is convex and is solved by accelerated proximal gradient (FISTA).
"""

import argparse
import math
from collections import Counter
from pathlib import Path

import torch

RAREST = 3
# A wrong end inside a sentence of news costs a claim, a missed end in a letter costs a tree: an end must be three times as likely as none.
ODDS = 3


def read(path):
    sets = {"train": [], "dev": []}
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            name, ends, *traits = line.rstrip("\n").split("\t")
            sets[name].append((ends == "1", traits))
    return sets


def encode(rows, index):
    """Rows of trait numbers; an unknown trait points to a column that stays zero."""
    return torch.tensor([[index.get(trait, len(index)) for trait in traits] for _, traits in rows])


def scores(weights, bias, x):
    return torch.cat([weights, weights.new_zeros(1)])[x].sum(1) + bias


def largest_eigenvalue(x, size):
    """Of the matrix of traits times itself, by power iteration: the steepest that the loss can curve, four times over."""
    v = torch.ones(size + 1, dtype=torch.float64)
    for _ in range(50):
        v[size] = 0
        v /= v.norm()
        v = torch.zeros_like(v).index_add(0, x.reshape(-1), v[x].sum(1, keepdim=True).expand_as(x).reshape(-1))
    return float(v.norm())


def fit(x, y, size, penalty, steps):
    rate = 1 / (largest_eigenvalue(x, size) / 4 + len(y) / 4)
    weights, bias = torch.zeros(size, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)
    ahead, ahead_bias, momentum = weights, bias, 1.0
    for _ in range(steps):
        error = torch.sigmoid(scores(ahead, ahead_bias, x)) - y
        gradient = torch.zeros(size + 1, dtype=torch.float64).index_add(0, x.reshape(-1), error[:, None].expand_as(x).reshape(-1))[:size]
        moved = ahead - rate * gradient
        new = moved.sign() * (moved.abs() - rate * penalty).clamp(min=0)
        new_bias = ahead_bias - rate * error.sum()
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = new + (momentum - 1) / following * (new - weights)
        ahead_bias = new_bias + (momentum - 1) / following * (new_bias - bias)
        weights, bias, momentum = new, new_bias, following
    return weights, bias


def tell(what, said, gold):
    right, wrong, missed = sum(s and g for s, g in zip(said, gold)), sum(s and not g for s, g in zip(said, gold)), sum(g and not s for s, g in zip(said, gold))
    print(f"{what}: right {right}, wrong {wrong}, missed {missed}, F1 {2 * right / (2 * right + wrong + missed):.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--steps", type=int, default=3000)
    args = parser.parse_args()
    sets = read(args.rows)
    counts = Counter(trait for _, traits in sets["train"] for trait in traits)
    index = {trait: i for i, trait in enumerate(sorted(trait for trait, count in counts.items() if count >= RAREST))}
    gold = torch.tensor([float(row[0]) for row in sets["train"]], dtype=torch.float64)
    weights, bias = fit(encode(sets["train"], index), gold, len(index), args.penalty, args.steps)
    bias = round(float(bias) - math.log(ODDS), 2)
    rounded = {trait: round(float(weights[i]), 2) for trait, i in index.items()}
    kept = {trait: weight for trait, weight in rounded.items() if weight != 0}
    for name, rows in sets.items():
        said = [sum(kept.get(trait, 0) for trait in traits) + bias > 0 for _, traits in rows]
        tell(name, said, [row[0] for row in rows])
    lines = ["# Where sentences end beyond the rules: traits of a place between two words (src/language/learned.ts) and their weights.",
             "# Written by training/splitter.py. Learned from UD English EWT (CC BY-SA 4.0), GUM (CC BY-SA, CC BY) and news of Wikipedia's",
             "# Current Events portal (CC BY-SA), without what is held back.", "trait\tweight", f"bias\t{bias:.2f}"]
    lines += [f"{trait}\t{weight:.2f}" for trait, weight in sorted(kept.items())]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights")


if __name__ == "__main__":
    main()

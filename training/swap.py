"""Writes sentences like wikigold's with other names in them, for a teacher to label: python swap.py --corpora DIR --soft FILE.pt... > FILE.jsonl

wikigold is small, and names are its rarest words. Each of its training sentences is written TIMES times with names of the same
type that the teacher found in raw text (`--soft`, of soft.py); the teacher then reads the new sentence, so that nothing is taken as gold.
"""

import argparse
import json
import random
from collections import defaultdict

import torch

import corpora
from coding import read_soft
from figures import spans_of

TIMES = 8
SURE = 0.9
LONGEST = 80


def mentions(examples, names):
    """-> {type: [words]} of the names that a teacher is sure of, each once."""
    found = defaultdict(dict)
    for example in examples:
        likely, best = example.soft()["names"].float().max(-1)
        for first, last, kind in spans_of([names[i] for i in best.tolist()]):
            if likely[first:last].min() > SURE:
                found[kind][tuple(example.sentence.words[first:last])] = None
    return {kind: list(words) for kind, words in found.items()}


def swapped(sentence, spans, pool, rng):
    words, at = [], 0
    for first, last, kind in spans:
        words += sentence.words[at:first]
        words += rng.choice(pool[kind]) if kind in pool else sentence.words[first:last]
        at = last
    return words + sentence.words[at:]


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--corpora", required=True)
    cli.add_argument("--soft", nargs="+", required=True)
    args = cli.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(0)
    train, _ = corpora.load(args.corpora)
    pool = mentions(read_soft(args.soft), ["O", *[f"{b}-{k}" for k in corpora.NAME_TYPES for b in "BI"]])
    for sentence in train:
        spans = sorted(spans_of(sentence.names)) if sentence.names and not sentence.convention else []
        for _ in range(TIMES if spans else 0):
            words = swapped(sentence, spans, pool, rng)
            if len(words) <= LONGEST:
                print(json.dumps(words))


if __name__ == "__main__":
    main()

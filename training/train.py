"""Trains the language model from fixed seeds.

usage: python train.py --base ENCODER_DIR --corpora DIR --out DIR [--epochs 10] [--threads 2]

ENCODER_DIR holds config.json, model.safetensors and tokenizer.json (`python base.py DIR` unpacks MiniLM-L6).
--soft FILE...       also learn from the scores of a teacher over sentences, as soft.py writes them
--whole-from N       after N epochs the weights are seen in the whole numbers in which they are exported
--resume N           go on after epoch N of the same OUT (fresh optimiser moments, same schedule)
Writes OUT/reader.pt, OUT/labels.json and OUT/log.jsonl, one line an epoch.
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
from encoder import projections
from model import TAGS, Reader, shape_of

WEIGHTS = {"upos": 0.5, "xpos": 0.3, "lemma": 0.5, "names": 0.7, "heads": 1.0, "relations": 1.0}
SOFT = ("upos", "xpos", "names", "heads", "relations")  # layers of which a teacher gives scores
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

    def code(self, s, soft=None):
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
            "pieces": pieces + [102], "shapes": shapes + [0], "first": first, "soft": soft,
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


def augmented(s, soft, rng):
    """News has headlines: now and then the final stop goes, or every long word is capitalised."""
    if s.heads and rng.random() < 0.08 and s.upos[-1] == "PUNCT" and len(s.words) not in s.heads and len(s.words) > 2:
        cut = lambda values: values[:-1] if values else values
        s = corpora.Sentence(cut(s.words), cut(s.upos), cut(s.xpos), cut(s.lemmas), cut(s.heads), cut(s.relations), cut(s.names))
        soft = soft and {k: v[:-1, :-1] if k == "heads" else v[:-1] for k, v in soft.items()}
    if s.heads and rng.random() < 0.04:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in s.words]
        s = corpora.Sentence(words, s.upos, s.xpos, None, s.heads, s.relations, s.names)
    return s, soft


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
    for name in WEIGHTS:
        batch[name] = pad(name, n, IGNORE)
    batch["taught"] = torch.tensor([i["soft"] is not None for i in items])[:, None] & batch["words"]
    if batch["taught"].any():
        batch["soft"] = {name: soft_of(items, name, n) for name in SOFT}
    return batch


def soft_of(items, name, n):
    """The teacher's probabilities, [B, N, labels] or [B, N, 1+N]; zeros where it said nothing."""
    width = n + 1 if name == "heads" else next(i["soft"][name].size(-1) for i in items if i["soft"])
    out = torch.zeros(len(items), n, width)
    for row, item in enumerate(items):
        if item["soft"]:
            values = item["soft"][name]
            out[row, : values.size(0), : values.size(1)] = values
    return out


def loss_of(model, b):
    """Cross entropy with gold; where a teacher spoke, half of it is against the teacher's probabilities, or all where gold is silent."""
    heads = b["heads"].clamp(min=0)
    if "soft" in b:
        heads = torch.where(b["taught"] & (b["heads"] == IGNORE), b["soft"]["heads"].argmax(-1), heads)
    tags, arcs, relations = model(b["pieces"], b["shapes"], b["mask"], b["first"], b["words"], heads)
    total = 0.0
    for name, logits in [*tags.items(), ("heads", arcs), ("relations", relations)]:
        gold, logs = b[name], F.log_softmax(logits.float(), -1)
        known = gold != IGNORE
        loss = torch.where(known, F.nll_loss(logs.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="none").view_as(known), 0.0)
        weight = known.float()
        if "soft" in b and name in SOFT:
            taught = -(b["soft"][name] * logs.clamp(min=-30)).sum(-1)
            loss = torch.where(b["taught"], torch.where(known, 0.5 * (loss + taught), taught), loss)
            weight = (known | b["taught"]).float()
        total = total + WEIGHTS[name] * (loss * weight).sum() / weight.sum().clamp(min=1)
    return total


@torch.no_grad()
def predict(model, coded, labels):
    """-> for each sentence its head indices, relation labels and tags, greedily."""
    model.eval()
    results = [None] * len(coded)
    for batch in batches(coded, 3000):
        b = collate([{**coded[i], "soft": None} for i in batch])
        with torch.autocast("cpu", torch.bfloat16):
            tags, arcs, dep, head = model.read(model.encode(b["pieces"], b["shapes"], b["mask"], b["first"]), b["words"])
            best = arcs.argmax(-1)
            relations = model.relations(dep, torch.gather(head, 1, best[:, :, None].expand(-1, -1, head.size(-1)))).argmax(-1)
        tags = {name: logits.argmax(-1) for name, logits in tags.items()}
        for row, i in enumerate(batch):
            n = len(coded[i]["first"])
            results[i] = {"heads": best[row, :n].tolist(), "relations": relations[row, :n].tolist(), **{k: v[row, :n].tolist() for k, v in tags.items()}}
    model.train()
    return results


def figures(model, coded, labels):
    """Greedy heads, gold tokens, punctuation counted, names as whole spans; the full scores are `npm run eval -- language`."""
    right, known = Counter(), Counter()
    spans = Counter()
    for item, found in zip(coded, predict(model, coded, labels)):
        for name in TAGS:
            pairs = [(g, f) for g, f in zip(item[name], found[name]) if g != IGNORE]
            known[name] += len(pairs)
            right[name] += sum(g == f for g, f in pairs)
        for i, head in enumerate(item["heads"]):
            if head != IGNORE:
                known["uas"] += 1
                known["las"] += 1
                right["uas"] += head == found["heads"][i]
                right["las"] += head == found["heads"][i] and item["relations"][i] == found["relations"][i]
        if any(g != IGNORE for g in item["names"]):
            keep = [i for i, g in enumerate(item["names"]) if g != IGNORE]
            gold, system = (spans_of([labels["names"][tags[i]] for i in keep]) for tags in (item["names"], found["names"]))
            for kind in ("PER", "ORG", "LOC"):
                of = lambda s: {x for x in s if x[2] == kind}
                spans.update({("right", kind): len(of(gold) & of(system)), ("all", kind): len(of(gold)) + len(of(system))})
    row = {k: round(right[k] / n, 4) for k, n in known.items() if n and k != "names"}
    f1 = lambda kinds: round(2 * sum(spans["right", k] for k in kinds) / max(1, sum(spans["all", k] for k in kinds)), 3)
    if known["names"]:
        row |= {kind: f1([kind]) for kind in ("PER", "ORG", "LOC")} | {"names": f1(["PER", "ORG", "LOC"])}
    return row


def spans_of(tags):
    spans, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{tags[start][2:]}":
            spans.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return spans


def read_soft(files):
    """-> [(Sentence, soft)] of soft.py's files; what has no words' layer but a teacher's is raw text."""
    return [(corpora.Sentence(**entry["sentence"]), entry["soft"]) for file in files for entry in torch.load(file, weights_only=False)]


def is_gold(s):
    return s.heads is not None or s.names is not None


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--corpora", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--epochs", type=int, default=10)
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--size", type=int, default=1600, help="pieces a batch")
    cli.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    cli.add_argument("--soft", nargs="*", default=[])
    cli.add_argument("--whole-from", type=int, default=6)
    cli.add_argument("--resume", type=int, default=0, help="go on after so many epochs from OUT/reader.pt")
    cli.add_argument("--share", type=float, default=1.0, help="the share of sentences without gold that an epoch sees")
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
    pairs = read_soft(args.soft) if args.soft else [(s, None) for s in train]
    coder = Coder(args.base, labels)
    held = {name: [coder.code(s) for s in sentences if len(s.words) <= 150] for name, sentences in held.items() if name != "ewt-test"}
    model = Reader(args.base, {k: len(v) for k, v in labels.items()})
    if args.resume:
        model.load_state_dict(torch.load(out / "reader.pt"))
    seen = [coder.code(s) for i, (s, _) in enumerate(pairs) if is_gold(s) or i % 1000 < args.share * 1000]
    total = len(batches(seen, args.size, random.Random(0))) * args.epochs
    print(len(pairs), "sentences", total, "steps", {k: len(v) for k, v in labels.items()}, flush=True)
    model.encoder.words.weight.requires_grad_(False)
    model.encoder.positions.weight.requires_grad_(False)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    others = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": args.rate}, {"params": others, "lr": 1.5e-3}], weight_decay=0.01, fused=True)
    done = total // args.epochs * args.resume
    rate = lambda t: min((t + 1) / (0.06 * total), max(0.0, (total - done - t) / (total * 0.94)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    began, step = time.time(), done
    with open(out / "log.jsonl", "a" if args.resume else "w") as log:
        for epoch in range(args.resume, args.epochs):
            coded = [coder.code(*augmented(s, soft, rng)) for s, soft in pairs if is_gold(s) or rng.random() < args.share]
            order = batches(coded, args.size, rng)
            for p in projections(model):
                p.whole = epoch >= args.whole_from
            for batch in order:
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
            watch(model, [coded[i] for batch in order[:40] for i in batch])
            row = {"epoch": epoch + 1, "seconds": round(time.time() - began), **{k: figures(model, v, labels) for k, v in held.items()}}
            print(row, flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
            torch.save(model.state_dict(), out / "reader.pt")


@torch.no_grad()
def watch(model, coded):
    """Bounds what each projection sees, with half as much again to spare."""
    model.eval()
    for p in projections(model):
        p.most.zero_()
        p.watching = True
    for batch in batches(coded, 3000):
        b = collate([{**coded[i], "soft": None} for i in batch])
        model(b["pieces"], b["shapes"], b["mask"], b["first"], b["words"], b["heads"].clamp(min=0))
    for p in projections(model):
        p.most.mul_(1.5)
        p.watching = False
    model.train()


if __name__ == "__main__":
    main()

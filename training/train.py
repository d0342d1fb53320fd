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

import corpora
import lemma
from coding import IGNORE, SOFT, Coder, Epoch, Example, batches, default_convention, on, read_soft
from encoder import projections
from figures import figures
from model import Reader

WEIGHTS = {"upos": 0.5, "xpos": 0.3, "lemma": 0.5, "names": 0.7, "heads": 1.0, "relations": 1.0}


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


def loss_of(model, b, weights):
    """Cross entropy with gold; where a teacher spoke, half of it is against the teacher's probabilities, or all where gold is silent."""
    heads = b["heads"].clamp(min=0)
    if "soft" in b:
        heads = torch.where(b["taught"] & (b["heads"] == IGNORE), b["soft"]["heads"].float().argmax(-1), heads)
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
        total = total + weights[name] * (loss * weight).sum() / weight.sum().clamp(min=1)
    return total


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--corpora", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--epochs", type=int, default=10)
    cli.add_argument("--device", default="cpu")
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--loaders", type=int, default=0, help="processes that code the batches")
    cli.add_argument("--seed", type=int, default=0)
    cli.add_argument("--size", type=int, default=1600, help="pieces a batch")
    cli.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    cli.add_argument("--drop", type=float, default=0.1)
    cli.add_argument("--names", type=float, default=WEIGHTS["names"], help="weight of the names")
    cli.add_argument("--soft", nargs="*", default=[])
    cli.add_argument("--whole-from", type=int, default=6)
    cli.add_argument("--resume", type=int, default=0, help="go on after so many epochs from OUT/reader.pt")
    cli.add_argument("--share", type=float, default=1.0, help="the share of sentences without gold that an epoch sees")
    args = cli.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    device = torch.device(args.device)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)

    train, held = corpora.load(args.corpora)
    train = [s for s in train if len(s.words) <= 110]
    labels = labels_of(train)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))
    examples = read_soft(args.soft) if args.soft else [Example(s) for s in train]
    coder = Coder(args.base, labels)
    asked = default_convention if args.soft else lambda s: s
    held = {k: [coder.code(asked(s), None) | {"names": coder.code(s)["names"]} for s in v if len(s.words) <= 150] for k, v in held.items() if k != "ewt-test"}
    lengths = [coder.length_of(e.sentence) for e in examples]
    model = Reader(args.base, {k: len(v) for k, v in labels.items()}, drop=args.drop)
    if args.resume:
        model.load_state_dict(torch.load(out / "reader.pt", map_location="cpu"))
    model.to(device)
    chosen = lambda rng: [i for i, e in enumerate(examples) if e.gold or rng.random() < args.share]
    per_epoch = len(batches([lengths[i] for i in chosen(random.Random(0))], args.size, random.Random(0)))
    total, done = per_epoch * args.epochs, per_epoch * args.resume
    print(len(examples), "sentences", total, "steps", {k: len(v) for k, v in labels.items()}, flush=True)
    model.encoder.words.weight.requires_grad_(False)
    model.encoder.positions.weight.requires_grad_(False)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    others = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": args.rate}, {"params": others, "lr": 1.5e-3}], weight_decay=0.01, fused=True)
    rate = lambda t: min((t + 1) / (0.06 * total), max(0.0, (total - done - t) / (total * 0.94)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    began, step = time.time(), done
    with open(out / "log.jsonl", "a" if args.resume else "w") as log:
        for epoch in range(args.resume, args.epochs):
            seen = chosen(rng)
            order = [[seen[k] for k in members] for members in batches([lengths[i] for i in seen], args.size, rng)]
            for p in projections(model):
                p.whole = epoch >= args.whole_from
            for batch in Epoch(coder, examples, order, f"{args.seed} {epoch}").loader(args.loaders):
                with torch.autocast(device.type, torch.bfloat16):
                    loss = loss_of(model, on(device, batch), WEIGHTS | {"names": args.names})
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
                schedule.step()
                step += 1
                if step % 50 == 0:
                    print(epoch, step, total, round(loss.item(), 3), round(time.time() - began), flush=True)
            watch(model, Epoch(coder, examples, order[:40], "watch"))
            row = {"epoch": epoch + 1, "seconds": round(time.time() - began), **{k: figures(model, v, labels) for k, v in held.items()}}
            print(row, flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
            torch.save(model.state_dict(), out / "reader.pt")


@torch.no_grad()
def watch(model, epoch):
    """Bounds what each projection sees, with half as much again to spare."""
    model.eval()
    for p in projections(model):
        p.most.zero_()
        p.watching = True
    for k in range(len(epoch)):
        b = on(model.root.device, epoch[k])
        model(b["pieces"], b["shapes"], b["mask"], b["first"], b["words"], b["heads"].clamp(min=0))
    for p in projections(model):
        p.most.mul_(1.5)
        p.watching = False
    model.train()


if __name__ == "__main__":
    main()

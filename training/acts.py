"""Heads for acts on the reader's encoder: which act a word tells, and which words stand for its parties.

    python acts.py --base ENCODER_DIR --reader RUN_DIR --rows train.jsonl coded.jsonl --weak news.jsonl --out DIR

The layers up to BRANCH are the reader's own and stay as they are; behind them stand OWN layers of the acts' own, begun
from the reader's last. ROWS are sentences that tools/act-rows.ts writes: words, parties by the word that heads them, what the
frames draft, and the coded claims. Text without coded claims (--weak) is labelled by the frames and comes first.
Writes DIR/acts.pt and DIR/acts.json; export.py --acts DIR takes them into reader.onnx.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from coding import Coder
from encoder import Projection, projections
from model import Reader, shape_of

BRANCH, OWN = 4, 2
SIDE = 128  # width of the two sides by which a party's part is scored
TELLING = {"VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV"}
MOST_WORDS, MOST_PIECES = 150, 300


class Acts(nn.Module):
    """hidden [B, L, W] behind layer BRANCH, mask [B, L], first [B, N] -> act scores [B, N, acts], part scores [B, N, N, 2] as logits."""

    def __init__(self, encoder, acts, drop=0.1):
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(layer) for layer in encoder.layers[-OWN:])
        for layer in self.layers:
            layer.drop = nn.Dropout(drop)
        self.act = Projection(encoder.width, acts)
        nn.init.normal_(self.act.weight, std=0.005)
        nn.init.constant_(self.act.bias, -5.0)
        self.rt, self.rw = Projection(encoder.width, 2 * SIDE), Projection(encoder.width, SIDE)
        self.rb = nn.Linear(SIDE, 2)
        nn.init.constant_(self.rb.bias, -1.0)
        self.drop = nn.Dropout(2.5 * drop)

    def forward(self, hidden, mask, first):
        bias = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        words = self.drop(torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.size(-1))))
        tells = self.drop(F.gelu(self.rt(words))).unflatten(-1, (2, SIDE))
        other = self.drop(F.gelu(self.rw(words)))
        parts = torch.einsum("btrd,bwd->btwr", tells, other) / SIDE**0.5 + self.rb(other)[:, None]
        return self.act(words), parts


def read(files, coder):
    """The sentences of files that tools/act-rows.ts wrote, with their word pieces; what is too long for a batch is left out."""
    rows = []
    for file in files:
        for line in Path(file).read_text().splitlines():
            row = json.loads(line)
            pieces, shapes, first = [101], [0], []
            for word in row["words"]:
                ids = coder.pieces_of(word)
                first.append(len(pieces))
                pieces += ids
                shapes += [shape_of(word)] * len(ids)
            if len(row["words"]) <= MOST_WORDS and len(pieces) < MOST_PIECES:
                rows.append(row | {"pieces": pieces + [102], "shapes": shapes + [0], "first": first})
    return rows


@torch.no_grad()
def add_hidden(rows, encoder):
    """What the layers that stay as they are say of each sentence, in half precision."""
    for members in by_length(rows, 32):
        pieces, shapes = (padded([row[name] for row in members]) for name in ("pieces", "shapes"))
        mask = padded([[1] * len(row["pieces"]) for row in members]).float()
        x = encoder.norm(encoder.words(pieces) + encoder.positions(torch.arange(pieces.size(1))) + encoder.shapes(shapes))
        bias = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in encoder.layers[:BRANCH]:
            x = layer(x, bias)
        for row, hidden in zip(members, x):
            row["hidden"] = hidden[: len(row["pieces"])].half()


def padded(lists):
    out = torch.zeros(len(lists), max(map(len, lists)), dtype=torch.long)
    for i, values in enumerate(lists):
        out[i, : len(values)] = torch.tensor(values)
    return out


def by_length(rows, size):
    order = sorted(rows, key=lambda row: len(row["pieces"]))
    return [order[k : k + size] for k in range(0, len(order), size)]


def collate(rows):
    mask = padded([[1] * len(row["pieces"]) for row in rows]).float()
    hidden = torch.zeros(*mask.shape, rows[0]["hidden"].size(1))
    for i, row in enumerate(rows):
        hidden[i, : len(row["pieces"])] = row["hidden"].float()
    return hidden, mask, padded([row["first"] for row in rows])


class Wanted:
    """What one sentence asks of the network: `label` and `weight` [N, acts], tellings (word, actors, targets), and claims whose word is to be found."""

    def __init__(self, row, count, acts):
        self.label, self.weight = torch.zeros(count, acts), torch.zeros(count, acts)
        self.weight[: len(row["words"])] = 1
        self.told, self.open = [], []


def of_frames(row, count, index):
    """Raw news: the drafts of the frames that stood; those that did not say nothing either way."""
    wanted = Wanted(row, count, len(index))
    for draft in row["drafts"]:
        at = draft["word"], index[draft["act"]]
        if draft["stands"]:
            wanted.label[at] = wanted.weight[at] = 1
            wanted.told.append((draft["word"], {key for _, key in draft["actors"]}, {key for _, key in draft["targets"]}))
        elif wanted.label[at] == 0:
            wanted.weight[at] = 0
    return wanted


def of_claims(row, count, index):
    """Coded claims say which words tell them, not which one: it is a draft's where there is one for the act, else left to be found."""
    wanted, used = Wanted(row, count, len(index)), set()
    for claim in row["claims"]:
        act = index[claim["act"]]
        words = [w for w in claim["words"] if row["upos"][w] in TELLING]
        if not words:
            continue
        drafts = [d for d in row["drafts"] if d["act"] == claim["act"] and d["word"] in claim["words"] and (d["word"], act) not in used]
        drafts.sort(key=lambda d: (not d["stands"], -len({key for _, key in d["actors"]} & set(claim["actors"]))))
        if not drafts:
            wanted.weight[words, act] = 0
            wanted.open.append((act, words, set(claim["actors"]), set(claim["targets"])))
            continue
        word = drafts[0]["word"]
        used.add((word, act))
        wanted.label[word, act] = wanted.weight[word, act] = 1
        for other in drafts[1:]:
            wanted.weight[other["word"], act] = wanted.label[other["word"], act]
        wanted.told.append((word, set(claim["actors"]), set(claim["targets"])))
    return wanted


def loss_of(model, rows, index, asking):
    scores, parts = model(*collate(rows))
    wanted = [asking(row, scores.size(1), index) for row in rows]
    label, weight = (torch.stack([getattr(w, name) for w in wanted]) for name in ("label", "weight"))
    total = (F.binary_cross_entropy_with_logits(scores, label, reduction="none") * weight).sum()
    told = [(i, *told) for i, w in enumerate(wanted) for told in w.told]
    for i, w in enumerate(wanted):
        for act, words, actors, targets in w.open:
            z = scores[i, words, act]
            best = int(z.detach().argmax())
            total = total + F.softplus(-z[best])
            if len(words) > 1:
                total = total + 0.3 * (F.softplus(z).sum() - F.softplus(z[best])) / (len(words) - 1)
            told.append((i, words[best], actors, targets))
    return (total + part_loss(parts, rows, told)) / len(rows)


def part_loss(parts, rows, told):
    """Of the mentions of a party in a claim at least one has its part; no mention of another has."""
    at, group, label, weight = [], [], [], []
    for i, word, actors, targets in told:
        heads = {}
        for mention in rows[i]["parties"]:
            heads.setdefault(mention["key"], set()).add(mention["head"])
        for key, words in heads.items():
            at += [(i, word, other) for other in sorted(words)]
            group += [len(label)] * len(words)
            label.append([float(key in actors), float(key in targets)])
            weight.append(1 / len(heads))
    if not label:
        return 0.0
    z = parts[tuple(torch.tensor(at).T)]
    most = torch.full((len(label), 2), -30.0).scatter_reduce(0, torch.tensor(group)[:, None].expand(-1, 2), z, "amax", include_self=False)
    loss = F.binary_cross_entropy_with_logits(most, torch.tensor(label), reduction="none").sum(1)
    return (loss * torch.tensor(weight)).sum()


def fit(model, rows, index, asking, epochs, rate, size, rng, last):
    """`last`: the weights are seen in whole numbers in the last epoch, as they are exported."""
    own = [p for n, p in model.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": model.layers.parameters(), "lr": rate}, {"params": own, "lr": 5 * rate}], weight_decay=0.01)
    steps = epochs * -(-len(rows) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min((t + 1) / (0.1 * steps), max(0.0, (steps - t) / (0.9 * steps))))
    began = time.time()
    for epoch in range(epochs):
        for p in projections(model):
            p.whole = last and epoch == epochs - 1
        rng.shuffle(rows)
        order = [batch for k in range(0, len(rows), 16 * size) for batch in by_length(rows[k : k + 16 * size], size)]
        rng.shuffle(order)
        total = 0.0
        for batch in order:
            loss = loss_of(model, batch, index, asking)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(asking.__name__, epoch + 1, round(total / len(order), 3), round(time.time() - began), flush=True)


@torch.no_grad()
def watch(model, rows):
    """Bounds what each projection sees, with half as much again to spare."""
    model.eval()
    for p in projections(model):
        p.most.zero_()
        p.watching = p.whole = True
    for batch in by_length(rows, 32):
        model(*collate(batch))
    for p in projections(model):
        p.most.mul_(1.5)
        p.watching = False


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--reader", required=True)
    cli.add_argument("--rows", nargs="+", required=True, help="coded sentences")
    cli.add_argument("--weak", nargs="*", default=[], help="raw news, labelled by the frames")
    cli.add_argument("--out", required=True)
    cli.add_argument("--weak-epochs", type=int, default=2)
    cli.add_argument("--epochs", type=int, default=6)
    cli.add_argument("--rate", type=float, default=2e-4)
    cli.add_argument("--seed", type=int, default=0)
    cli.add_argument("--threads", type=int, default=2)
    args = cli.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng, run, out = random.Random(args.seed), Path(args.reader), Path(args.out)
    labels = json.loads((run / "labels.json").read_text())
    reader = Reader(args.base, {k: len(v) for k, v in labels.items()})
    reader.load_state_dict(torch.load(run / "reader.pt", map_location="cpu", weights_only=True))
    reader.eval()
    for p in projections(reader):
        p.whole = True
    coder = Coder(args.base, {})
    weak, coded = read(args.weak, coder), read(args.rows, coder)
    acts = sorted({claim["act"] for row in coded for claim in row["claims"]} | {d["act"] for row in coded + weak for d in row["drafts"]})
    index = {act: i for i, act in enumerate(acts)}
    for rows in (weak, coded):
        add_hidden(rows, reader.encoder)
    model = Acts(reader.encoder, len(acts))
    if weak:
        fit(model, weak, index, of_frames, args.weak_epochs, args.rate, 32, rng, False)
    fit(model, coded, index, of_claims, args.epochs, args.rate, 16, rng, True)
    watch(model, coded)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "acts.pt")
    (out / "acts.json").write_text(json.dumps(acts))


if __name__ == "__main__":
    main()

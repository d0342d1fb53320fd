"""Trains the network for acts: which act a word tells, and which words stand for its parties and its object.

    python acts.py --base ENCODER_DIR --rows gold.jsonl coded.jsonl --out DIR [--epochs 6] [--resume DIR] [--threads 2]

ROWS are sentences that tools/act-rows.ts writes: words, parties by the word that heads each, what the frames draft, and the coded
claims. The encoder is MiniLM's as it comes; one that was tuned for trees learns acts less well. Writes DIR/acts.pt and DIR/acts.json;
export.py --acts DIR makes acts.onnx of them.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from coding import Coder
from encoder import Encoder, Projection, projections
from model import SHAPES, shape_of

SIDE = 128  # width of the two sides by which a party's part is scored
TELLING = {"VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV"}
MOST_WORDS, MOST_PIECES = 150, 300
WHOLE = 2  # in so many epochs, the last ones, the weights are seen in whole numbers, as they are exported
EMPTY = 0.5  # the share of sentences without claims and drafts that an epoch sees
PARTS = 2.0  # what the parties weigh beside the acts
OBJECTS = 1.0  # what the object weighs
ROLES = ("actors", "targets", "object")  # the parts that a word may have in what another tells


class PooledDropout(nn.Module):
    """Dropout whose random numbers are a slice of a pool: drawing them anew took a third of the time on cores."""

    def __init__(self, share, pool=1 << 24):
        super().__init__()
        self.pool = (torch.rand(pool) >= share).to(torch.bfloat16) / (1 - share)

    def forward(self, x):
        if not self.training:
            return x
        at = random.randrange(len(self.pool) - x.numel())
        return x * self.pool[at : at + x.numel()].view_as(x).to(x.dtype)


class Acts(nn.Module):
    """pieces, shapes, mask [B, L], first [B, N] -> act scores [B, N, acts], part scores [B, N, N, ROLES], both as logits."""

    def __init__(self, base, acts, drop=0.2):
        super().__init__()
        self.encoder = Encoder(base, SHAPES)
        self.encoder.drop = PooledDropout(0.1)
        for layer in self.encoder.layers:
            layer.drop = self.encoder.drop
        width = self.encoder.width
        self.act = Projection(width, acts)
        nn.init.normal_(self.act.weight, std=0.005)
        nn.init.constant_(self.act.bias, -5.0)
        self.rt, self.rw = Projection(width, len(ROLES) * SIDE), Projection(width, SIDE)
        self.rb = nn.Linear(SIDE, len(ROLES))
        nn.init.constant_(self.rb.bias, -1.0)
        self.drop = nn.Dropout(drop)

    def forward(self, pieces, shapes, mask, first):
        hidden = self.encoder(pieces, shapes, mask)
        words = self.drop(torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.size(-1))))
        tells = self.drop(F.gelu(self.rt(words))).unflatten(-1, (len(ROLES), SIDE))
        other = self.drop(F.gelu(self.rw(words)))
        parts = torch.einsum("btrd,bwd->btwr", tells, other) / SIDE**0.5 + self.rb(other)[:, None]
        return self.act(words).float(), parts.float()


def read(files, coder):
    """The sentences with their word pieces; what is too long for a batch is left out."""
    rows = []
    for line in (line for file in files for line in Path(file).read_text().splitlines()):
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
    return padded([row["pieces"] for row in rows]), padded([row["shapes"] for row in rows]), mask, padded([row["first"] for row in rows])


class Wanted:
    """What one sentence asks: `label` and `weight` [N, acts]; `told` (word, claim); `open` (act, words, claim), where the word is to be found."""

    def __init__(self, row, count, index):
        self.label, self.weight = torch.zeros(count, len(index)), torch.zeros(count, len(index))
        self.weight[: len(row["words"])] = 1
        self.told, self.open = [], []
        used = set()
        if "only" in row:  # an example, which says nothing of other acts
            others = [i for act, i in index.items() if act != row["only"]]
            self.weight[:, others] = 0
        for claim in row["claims"]:
            act, drafts = index[claim["act"]], [d for d in row["drafts"] if d["act"] == claim["act"] and d["word"] in claim["words"]]
            word = claim.get("trigger")
            if word is None:
                word = self.drafted(claim, [d for d in drafts if (d["word"], act) not in used])
            if word is None:
                self.open.append((act, [w for w in claim["words"] if row["upos"][w] in TELLING], claim))
                continue
            used.add((word, act))
            self.label[word, act] = self.weight[word, act] = 1
            for other in drafts:  # another word that may as well be said to tell it
                if self.label[other["word"], act] == 0:
                    self.weight[other["word"], act] = 0
            self.told.append((word, claim))
        # Only now is it known which words tell another claim.
        self.open = [(act, [w for w in words if self.label[w, act] == 0], claim) for act, words, claim in self.open]
        self.open = [one for one in self.open if one[1]]
        for act, words, _ in self.open:
            self.weight[words, act] = 0

    @staticmethod
    def drafted(claim, drafts):
        """Where the coder names no word: that of the frames' draft that is most like the claim."""
        best = sorted(drafts, key=lambda d: (not d["stands"], -len(set(d["actors"]) & set(claim.get("actors", [])))))
        return best[0]["word"] if best else None


def loss_of(model, rows, index):
    scores, parts = model(*collate(rows))
    wanted = [Wanted(row, scores.size(1), index) for row in rows]
    label, weight = (torch.stack([getattr(w, name) for w in wanted]) for name in ("label", "weight"))
    total = (F.binary_cross_entropy_with_logits(scores, label, reduction="none") * weight).sum()
    told = [(i, *each) for i, w in enumerate(wanted) for each in w.told]
    for i, w in enumerate(wanted):
        for act, words, claim in w.open:
            z = scores[i, words, act]
            best = int(z.detach().argmax())
            total = total + F.softplus(-z[best])
            if len(words) > 1:
                total = total + 0.3 * (F.softplus(z).sum() - F.softplus(z[best])) / (len(words) - 1)
            told.append((i, words[best], claim))
    return (total + PARTS * part_loss(parts, rows, told) + OBJECTS * object_loss(parts, rows, told)) / len(rows)


def part_loss(parts, rows, told):
    """Of the mentions of a party in a claim at least one has its part; no mention of another has."""
    at, group, label, weight = [], [], [], []  # a weight for each of the two sides: one that the coder left open says nothing
    for i, word, claim in told:
        heads = {}
        for mention in rows[i]["parties"]:
            heads.setdefault(mention["key"], set()).add(mention["head"])
        for key, words in heads.items():
            at += [(i, word, other) for other in sorted(words)]
            group += [len(label)] * len(words)
            label.append([float(key in claim.get(role, [])) for role in ROLES[:2]])
            weight.append([float(role in claim) / len(heads) for role in ROLES[:2]])
    if not label:
        return 0.0
    z = parts[tuple(torch.tensor(at).T)][:, :2]
    most = torch.full((len(label), 2), -30.0).scatter_reduce(0, torch.tensor(group)[:, None].expand(-1, 2), z, "amax", include_self=False)
    loss = F.binary_cross_entropy_with_logits(most, torch.tensor(label), reduction="none")
    return (loss * torch.tensor(weight)).sum()


def object_loss(parts, rows, told):
    """The words that head the object, where the coder gave it; no other word of the sentence."""
    at, label = [], []
    for i, word, claim in told:
        if "object" in claim:
            at += [(i, word, other) for other in range(len(rows[i]["words"]))]
            label += [float(other in claim["object"]) for other in range(len(rows[i]["words"]))]
    if not label:
        return 0.0
    z = parts[tuple(torch.tensor(at).T)][:, ROLES.index("object")]
    return F.binary_cross_entropy_with_logits(z, torch.tensor(label), reduction="sum")


def fitted(state, model):
    """Weights of a network that knew fewer parts, in the leading rows of one that knows them all."""
    own = model.state_dict()
    for name, value in state.items():
        whole, common = own[name].clone(), tuple(slice(0, min(n, m)) for n, m in zip(value.shape, own[name].shape))
        whole[common] = value[common]
        own[name] = whole
    return own


def fit(model, rows, index, args, rng):
    told = [row for row in rows if row["claims"] or row["drafts"]]
    empty = [row for row in rows if not (row["claims"] or row["drafts"])]
    seen = int(EMPTY * len(empty))
    steps = args.epochs * -(-(len(told) + seen) // args.size)
    model.encoder.words.weight.requires_grad_(False)
    model.encoder.positions.weight.requires_grad_(False)
    tuned = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    own = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": tuned, "lr": args.rate}, {"params": own, "lr": 5 * args.rate}], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min((t + 1) / (0.1 * steps), max(0.0, (steps - t) / (0.9 * steps))))
    began = time.time()
    for epoch in range(args.epochs):
        for p in projections(model):
            p.whole = epoch >= args.epochs - WHOLE
        chosen = told + rng.sample(empty, seen)
        rng.shuffle(chosen)
        order = [batch for k in range(0, len(chosen), 16 * args.size) for batch in by_length(chosen[k : k + 16 * args.size], args.size)]
        rng.shuffle(order)
        total = 0.0
        for batch in order:
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, batch, index)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print("epoch", epoch + 1, "loss", round(total / len(order), 3), round(time.time() - began), "s", flush=True)


@torch.no_grad()
def watch(model, rows):
    """Bounds what each projection sees, with half as much again to spare."""
    model.eval()
    for p in projections(model):
        p.most.zero_()
        p.watching = p.whole = True
    for batch in by_length(rows, 64):
        model(*collate(batch))
    for p in projections(model):
        p.most.mul_(1.5)
        p.watching = False


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--rows", nargs="+", required=True)
    cli.add_argument("--out", required=True)
    cli.add_argument("--resume", help="go on from the weights of this folder")
    cli.add_argument("--epochs", type=int, default=6)
    cli.add_argument("--rate", type=float, default=2e-4)
    cli.add_argument("--size", type=int, default=32, help="sentences a batch")
    cli.add_argument("--seed", type=int, default=0)
    cli.add_argument("--threads", type=int, default=2)
    args = cli.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)  # the slices of dropout
    torch.set_num_threads(args.threads)
    rng, out = random.Random(args.seed), Path(args.out)
    rows = read(args.rows, Coder(args.base, {}))
    named = {claim["act"] for row in rows for claim in row["claims"]}
    acts = json.loads((Path(args.resume) / "acts.json").read_text()) if args.resume else sorted(named)
    print(len(rows), "sentences", sum(len(row["claims"]) for row in rows), "claims", len(acts), "acts", flush=True)
    model = Acts(args.base, len(acts))
    if args.resume:
        model.load_state_dict(fitted(torch.load(Path(args.resume) / "acts.pt", map_location="cpu", weights_only=True), model))
    fit(model, rows, {act: i for i, act in enumerate(acts)}, args, rng)
    watch(model, rng.sample(rows, min(len(rows), 4000)))
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "acts.pt")
    (out / "acts.json").write_text(json.dumps(acts))


if __name__ == "__main__":
    main()

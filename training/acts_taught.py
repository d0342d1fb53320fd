"""Trains teachers for the network for acts, and the small network that learns from them, on a GPU.

    python acts_taught.py --base ENCODER_DIR --rows FILES --raw FILES --out DIR [--say FILE] [--soft FILES] [--resume DIR] [--device cuda]

ROWS are what acts.py reads, RAW sentences without claims (tools/raw-acts.ts). A teacher SAYs what it thinks of both; the small network
learns from the mean of what teachers said, half and half with gold where there is gold. Writes DIR/acts.pt and DIR/acts.json as acts.py
does, after every epoch of the later half: who is lent a machine may lose it. export.py needs what `--bound` adds.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import encoder
from acts import WHOLE, Acts, fitted
from acts_batches import Maker, Said, Saying, by_length, gold_loss, is_full, read, soft_loss
from acts_figures import figures_of
from coding import Coder
from encoder import projections

TURNS = 3  # a part of the raw text is seen every third epoch


def attend(layer, x, bias):
    """encoder.Layer's forward with PyTorch's fused attention."""
    batch, length, width = x.shape
    q, k, v = layer.qkv(x).reshape(batch, length, 3, layer.heads, -1).permute(2, 0, 3, 1, 4)
    mixed = F.scaled_dot_product_attention(q, k, v, bias.to(q.dtype).expand(batch, layer.heads, length, length), layer.drop.p if layer.training else 0.0)
    x = layer.norm1(x + layer.drop(layer.out(mixed.transpose(1, 2).reshape(batch, length, width))))
    return layer.norm2(x + layer.drop(layer.narrow(F.gelu(layer.wide(x)))))


def network(args, acts):
    encoder.Layer.forward = attend
    model = Acts(args.base, len(acts))
    if args.resume:
        model.load_state_dict(fitted(torch.load(Path(args.resume) / "acts.pt", map_location="cpu", weights_only=True), model))
    for module in (model.encoder, *model.encoder.layers):  # the pool of random numbers is for cores
        module.drop = nn.Dropout(0.1)
    return model.to(args.device)


def run(model, b, device):
    with torch.autocast(torch.device(device).type, torch.bfloat16):
        return model(*b["inputs"])


def loss_of(model, b, device):
    scores, parts = run(model, b, device)
    if not b["gold"]:
        total = soft_loss(scores, parts, b)
    elif "acts" not in b:
        total = gold_loss(scores, parts, b)
    else:
        total = 0.5 * gold_loss(scores, parts, b) + 0.5 * soft_loss(scores, parts, b)
    return total / len(b["rows"])


def fit(model, epoch_of, args, after):
    plan = [epoch_of(epoch) for epoch in range(args.epochs)]
    steps = sum(map(len, plan))
    for table in (model.encoder.words, model.encoder.positions):
        table.weight.requires_grad_(False)
    tuned, own = ([p for n, p in model.named_parameters() if n.startswith("encoder.") == inner and p.requires_grad] for inner in (True, False))
    optimiser = torch.optim.AdamW([{"params": tuned, "lr": args.rate}, {"params": own, "lr": 5 * args.rate}], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min((t + 1) / (0.1 * steps), max(0.0, (steps - t) / (0.9 * steps))))
    rng, began = random.Random(args.seed), time.time()
    for epoch, batches in enumerate(plan):
        model.train()
        for p in projections(model):
            p.whole = not args.say and epoch >= args.epochs - WHOLE
        total = torch.zeros((), device=args.device)
        for b in rng.sample(batches, len(batches)):
            loss = loss_of(model, b, args.device)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(tuned + own, 1.0)
            optimiser.step()
            schedule.step()
            total += loss.detach()
        print("epoch", epoch + 1, "steps", len(batches), "loss", round(total.item() / len(batches), 3), round(time.time() - began), "s", flush=True)
        model.eval()
        if 2 * (epoch + 1) >= args.epochs:
            after()


@torch.no_grad()
def thought(model, batches, device):
    for b in batches:
        scores, parts = run(model, b, device)
        yield b, scores.sigmoid(), parts.float().sigmoid()


@torch.no_grad()
def bound(model, batches):
    """Bounds what each projection sees, as acts.watch does."""
    for p in projections(model):
        p.most.zero_()
        p.watching = p.whole = True
    for b in batches:
        model(*b["inputs"])
    for p in projections(model):
        p.most.mul_(1.5)
        p.watching = False


def save(model, acts, out):
    """Half of the precision travels; what is never trained stays at home (`fitted` takes it from the base)."""
    trained = {name: value.half().cpu() for name, value in model.state_dict().items() if not name.startswith(("encoder.words", "encoder.positions"))}
    torch.save(trained, out / "acts.pt")
    (out / "acts.json").write_text(json.dumps(acts))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--base", required=True)
    cli.add_argument("--rows", nargs="+", required=True)
    cli.add_argument("--raw", nargs="*", default=[])
    cli.add_argument("--twice", nargs="*", default=[], help="of the rows those files that an epoch sees twice")
    cli.add_argument("--held", nargs="*", default=[], help="rows to look at after every epoch of the later half")
    cli.add_argument("--acts", required=True, help="acts.json with the names of the acts in order")
    cli.add_argument("--out", required=True, type=Path)
    cli.add_argument("--say", help="where to write what this network says of rows and raw text")
    cli.add_argument("--soft", nargs="*", default=[], help="what teachers said")
    cli.add_argument("--resume", help="go on from the weights of this folder")
    cli.add_argument("--bound", action="store_true", help="bound what projections see, for export.py")
    cli.add_argument("--device", default="cuda")
    cli.add_argument("--epochs", type=int, default=5)
    cli.add_argument("--rate", type=float, default=7e-5)
    cli.add_argument("--size", type=int, default=3200, help="pieces a batch")
    cli.add_argument("--seed", type=int, default=0)
    args = cli.parse_args()
    torch.manual_seed(args.seed)
    rng, coder, acts = random.Random(args.seed), Coder(args.base, {}), json.loads(Path(args.acts).read_text())
    files = [*args.rows, *args.raw]
    rows, seen = read(files, coder)
    maker = Maker({act: i for i, act in enumerate(acts)}, rows, args.device, Said(args.soft, seen) if args.soft else None)
    batches = lambda chosen: [maker.batch(some) for some in by_length(chosen, args.size, rng)]
    coded = [row for row in rows if "claims" in row for _ in range(2 if files[row["file"]] in args.twice else 1)]
    raw = [row for row in rows if "claims" not in row]
    full, empty = ([row for row in coded if is_full(row) == yes] for yes in (True, False))
    rng.shuffle(empty)
    rng.shuffle(raw)
    halves = [batches(full + empty[k::2]) for k in range(2)]
    turns = [batches(raw[k::TURNS]) for k in range(TURNS)] if raw and (args.soft or args.say) else [[]]
    held = {file: [Maker(maker.index, rows, args.device).batch(some) for some in by_length(read([file], coder)[0], args.size, rng)] for file in args.held}
    print(len(coded), "sentences", len(raw), "raw ones", [len(b) for b in (*halves, *turns)], "batches", flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    model = network(args, acts)

    def after():
        save(model, acts, args.out)
        for file, some in held.items():
            print(Path(file).name, figures_of(thought(model, some, args.device), acts), flush=True)

    fit(model, lambda epoch: halves[epoch % 2] + (turns[epoch % len(turns)] if args.soft else []), args, after)
    if args.bound:
        bound(model, halves[0][:: max(1, len(halves[0]) // 60)])
        save(model, acts, args.out)
    if args.say:
        saying = Saying()
        for b, found, parts in thought(model, [b for some in (*halves, *turns) for b in some], args.device):
            saying.add(b, found, parts)
        saying.save(args.say, seen)


if __name__ == "__main__":
    main()

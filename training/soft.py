"""Has trained readers, the teachers, say what they think of the training sentences and of raw text, for a smaller one to learn from.

usage: python soft.py --base ENCODER_DIR --runs RUN_DIR... --corpora DIR --out FILE.pt [--raw FILE.jsonl]

Without --raw they read the gold sentences that train.py reads, which keep their gold layers; with it, a JSON array of words a line,
or an object of words and names (items.py).
Several teachers' probabilities are averaged. Names are asked by wikigold's convention, weapons and platforms by re3d's, which alone has them.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import torch

import corpora
from coding import SOFT_TAGS, Coder, batches, collate, default_convention, on, write_soft
from model import Reader


def sentences_of(args):
    if args.raw:
        rows = Path(args.raw).read_text(encoding="utf-8").splitlines()
        return [corpora.Sentence(**row) if isinstance(row, dict) else corpora.Sentence(row) for row in map(json.loads, rows)]
    return [s for s in corpora.load(args.corpora)[0] if len(s.words) <= 110]


def mean(values):
    return torch.stack(values).mean(0)


class Teachers:
    def __init__(self, args):
        self.labels = json.loads((Path(args.runs[0]) / "labels.json").read_text())
        self.device = torch.device(args.device)
        self.models = []
        for run in args.runs:
            model = Reader(args.base, {k: len(v) for k, v in self.labels.items()})
            model.load_state_dict(torch.load(Path(run) / "reader.pt", map_location="cpu", weights_only=True))
            self.models.append(model.eval().to(self.device))
        self.coder = Coder(args.base, self.labels)
        self.items = torch.tensor([label[2:] in corpora.ITEM_TYPES for label in self.labels["names"]], device=self.device)

    def read(self, sentences):
        b = on(self.device, collate([self.coder.code(s) for s in sentences]))
        with torch.autocast(self.device.type, torch.bfloat16):
            return b["words"], [model.read(model.encode(b["pieces"], b["shapes"], b["mask"], b["first"]), b["words"]) for model in self.models]

    @torch.no_grad()
    def soft(self, sentences):
        """-> ({layer: [words, labels]}, heads), the words of the sentences one after another; relations are scored towards the likeliest head."""
        words, found = self.read([default_convention(s) for s in sentences])
        likely = lambda logits: logits.float().softmax(-1)
        arcs = mean([likely(arcs) for _, arcs, _, _ in found])
        best = arcs.argmax(-1)[:, :, None]
        towards = lambda head: torch.gather(head, 1, best.expand(-1, -1, head.size(-1)))
        with torch.autocast(self.device.type, torch.bfloat16):
            relations = [model.relations(dep, towards(head)) for model, (_, _, dep, head) in zip(self.models, found)]
        tags = {name: mean([likely(tags[name]) for tags, *_ in found]) for name in SOFT_TAGS if name != "relations"}
        tags["relations"] = mean([likely(r) for r in relations])
        _, asked = self.read([replace(default_convention(s), convention="re3d") for s in sentences])
        items = mean([likely(tags["names"]) for tags, *_ in asked]) * self.items
        others = tags["names"] * ~self.items
        tags["names"] = items + others / others.sum(-1, keepdim=True).clamp(min=1e-6) * (1 - items.sum(-1, keepdim=True))
        both = words[:, :, None] & torch.cat([torch.ones_like(words[:, :1]), words], 1)[:, None, :]
        return {name: values[words].half().cpu() for name, values in tags.items()}, arcs[both].half().cpu()


def main():
    cli = argparse.ArgumentParser()
    for name in ("--base", "--corpora", "--out"):
        cli.add_argument(name, required=True)
    cli.add_argument("--runs", nargs="+", required=True)
    cli.add_argument("--raw")
    cli.add_argument("--device", default="cpu")
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--size", type=int, default=3000, help="pieces a batch")
    args = cli.parse_args()
    torch.set_num_threads(args.threads)
    sentences = sentences_of(args)
    teachers = Teachers(args)
    order, tags, heads = [], [], []
    for done, members in enumerate(batches([teachers.coder.length_of(s) for s in sentences], args.size)):
        found, arcs = teachers.soft([sentences[i] for i in members])
        order += members
        tags.append(found)
        heads.append(arcs)
        if done % 50 == 0:
            print(done, len(order), len(sentences), flush=True)
    write_soft(args.out, [sentences[i] for i in order], {name: torch.cat([t[name] for t in tags]) for name in SOFT_TAGS}, torch.cat(heads))


if __name__ == "__main__":
    main()

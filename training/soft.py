"""Has a trained reader, the teacher, say what it thinks of the training sentences and of raw text, for a smaller one to learn from.

usage: python soft.py --base ENCODER_DIR --run RUN_DIR --corpora DIR --out FILE.pt [--raw FILE.jsonl] [--part I/N]

Without --raw it reads the gold sentences that train.py reads, and keeps their gold layers; with it, a JSON array of words a line.
FILE.pt holds [{"sentence": fields of corpora.Sentence, "soft": {layer: probabilities in half precision}}].
"""

import argparse
import json
from pathlib import Path

import torch

import corpora
from model import Reader
from train import Coder, batches, collate


def sentences_of(args):
    if args.raw:
        rows = Path(args.raw).read_text(encoding="utf-8").splitlines()
        return [corpora.Sentence(json.loads(row)) for row in rows]
    return [s for s in corpora.load(args.corpora)[0] if len(s.words) <= 110]


@torch.no_grad()
def soft_of(model, batch):
    """-> for each sentence of a batch {layer: [N, labels]}; relations are scored towards the likeliest head."""
    with torch.autocast("cpu", torch.bfloat16):
        x = model.encode(batch["pieces"], batch["shapes"], batch["mask"], batch["first"])
        tags, arcs, dep, head = model.read(x, batch["words"])
        best = arcs.argmax(-1)
        relations = model.relations(dep, torch.gather(head, 1, best[:, :, None].expand(-1, -1, head.size(-1))))
    layers = {"upos": tags["upos"], "xpos": tags["xpos"], "names": tags["names"], "heads": arcs, "relations": relations}
    layers = {name: logits.float().softmax(-1).half() for name, logits in layers.items()}
    for row, n in enumerate(batch["words"].sum(1).tolist()):
        yield {name: values[row, :n, : n + 1].clone() if name == "heads" else values[row, :n].clone() for name, values in layers.items()}


def main():
    cli = argparse.ArgumentParser()
    for name in ("--base", "--run", "--corpora", "--out"):
        cli.add_argument(name, required=True)
    cli.add_argument("--raw")
    cli.add_argument("--part", default="1/1", help="I/N: the I-th of N shares, to run several at once")
    cli.add_argument("--threads", type=int, default=1)
    args = cli.parse_args()
    torch.set_num_threads(args.threads)
    part, parts = map(int, args.part.split("/"))
    sentences = sentences_of(args)[part - 1::parts]
    labels = json.loads((Path(args.run) / "labels.json").read_text())
    model = Reader(args.base, {k: len(v) for k, v in labels.items()})
    model.load_state_dict(torch.load(Path(args.run) / "reader.pt", map_location="cpu", weights_only=True))
    model.eval()
    coder = Coder(args.base, labels)
    coded = [coder.code(s) for s in sentences]
    results = [None] * len(coded)
    for done, members in enumerate(batches(coded, 3000)):
        for i, soft in zip(members, soft_of(model, collate([coded[k] for k in members]))):
            results[i] = {"sentence": vars(sentences[i]) | {"misc": [], "feats": []}, "soft": soft}
        if done % 50 == 0:
            print(done, sum(r is not None for r in results), len(results), flush=True)
    torch.save(results, args.out)


if __name__ == "__main__":
    main()

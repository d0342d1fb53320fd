"""How a reader does on sentences held back, after each epoch of training; the full scores are `npm run eval -- language`."""

from collections import Counter

import torch

from coding import IGNORE, batches, collate, on
from model import TAGS


@torch.no_grad()
def predict(model, coded):
    """-> for each sentence its head indices, relation labels and tags, greedily."""
    model.eval()
    device = model.root.device
    results = [None] * len(coded)
    for batch in batches([len(item["pieces"]) for item in coded], 3000):
        b = on(device, collate([coded[i] for i in batch]))
        with torch.autocast(device.type, torch.bfloat16):
            tags, arcs, dep, head = model.read(model.encode(b["pieces"], b["shapes"], b["mask"], b["first"]), b["words"])
            best = arcs.argmax(-1)
            relations = model.relations(dep, torch.gather(head, 1, best[:, :, None].expand(-1, -1, head.size(-1)))).argmax(-1)
        found = {"heads": best.cpu(), "relations": relations.cpu(), **{name: logits.argmax(-1).cpu() for name, logits in tags.items()}}
        for row, i in enumerate(batch):
            results[i] = {k: v[row, :len(coded[i]["first"])].tolist() for k, v in found.items()}
    model.train()
    return results


def figures(model, coded, labels):
    """Greedy heads, gold tokens, punctuation counted, names as whole spans."""
    right, known = Counter(), Counter()
    spans = Counter()
    for item, found in zip(coded, predict(model, coded)):
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

"""Sentences for the network for acts as batches that stay on the device, and what a batch asks of it: gold, and what teachers said.

A batch is made once and seen every other epoch: on a GPU the time went into making batches, not into reading them.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from acts import MOST_PIECES, MOST_WORDS, OBJECTS, PARTS, ROLES, Wanted
from model import shape_of

LEAST_ACT, LEAST_TOLD, LEAST_PART = 0.005, 0.03, 0.02  # what a teacher says below this is not kept
TELLS = 0.1  # from this probability of its likeliest act on a word's parts are learned from teachers
NAMES_A_PARTY = 3  # a word that so often heads a party may do so; every word with a capital may

bce = F.binary_cross_entropy_with_logits


def read(files, coder):
    """-> (rows, hash of the files): sentences as tools/act-rows.ts writes them, or JSON arrays of words; `line` counts through all files."""
    rows, line, hashed = [], 0, hashlib.sha256()
    for k, file in enumerate(files):
        text = Path(file).read_text(encoding="utf-8")
        hashed.update(text.encode())
        for found in text.splitlines():
            row = json.loads(found)
            row = row if isinstance(row, dict) else {"words": row}
            row |= {"line": line, "file": k} | coded(row["words"], coder)
            line += 1
            if len(row["words"]) <= MOST_WORDS and len(row["pieces"]) <= MOST_PIECES:
                rows.append(row)
    return rows, (line, hashed.hexdigest())


def coded(words, coder):
    pieces, shapes, first = [101], [0], []
    for word in words:
        ids = coder.pieces_of(word)
        first.append(len(pieces))
        pieces += ids
        shapes += [shape_of(word)] * len(ids)
    return {"pieces": pieces + [102], "shapes": shapes + [0], "first": first}


def is_full(row):
    """False for a sentence that is known to tell nothing."""
    return bool(row["claims"] or row["drafts"])


def by_length(rows, size, rng):
    """Lists of rows of about the same length, at most `size` pieces a list with its padding."""
    out, longest = [[]], 0
    for row in sorted(rows, key=lambda row: len(row["pieces"]) + rng.random() * 4):
        longest = max(longest, len(row["pieces"]))
        if out[-1] and longest * (len(out[-1]) + 1) > size:
            out.append([])
            longest = len(row["pieces"])
        out[-1].append(row)
    return [batch for batch in out if batch]


def padded(lists, width, kind=np.int64):
    out = np.zeros((len(lists), width), kind)
    for i, values in enumerate(lists):
        out[i, : len(values)] = values
    return out


class Maker:
    """Makes batches: `index` numbers the acts, `said` is what teachers said (Said) or None."""

    def __init__(self, index, rows, device, said=None):
        self.index, self.device, self.said = index, device, said
        heads = {}
        for row in rows:
            for mention in row.get("parties", []):
                word = row["words"][mention["head"]].lower()
                heads[word] = heads.get(word, 0) + 1
        self.parties = {word for word, count in heads.items() if count >= NAMES_A_PARTY}

    def put(self, values):
        return torch.from_numpy(np.ascontiguousarray(values)).to(self.device)

    def batch(self, rows):
        n = max(len(row["words"]) for row in rows)
        length = -(-max(len(row["pieces"]) for row in rows) // 8) * 8
        ones = lambda name, width: padded([[1] * len(row[name]) for row in rows], width, np.float32)
        inputs = (padded([row["pieces"] for row in rows], length), padded([row["shapes"] for row in rows], length), ones("pieces", length), padded([row["first"] for row in rows], n))
        made = {"rows": rows, "inputs": tuple(map(self.put, inputs)), "words": self.put(ones("words", n))}
        made["may"] = self.put(padded([[self.may(word) for word in row["words"]] for row in rows], n, np.float32))
        made["gold"] = all("claims" in row for row in rows)
        if made["gold"]:
            made |= {name: self.put(values) for name, values in asked(rows, n, self.index).items()}
        if self.said:
            made["acts"], made["parts"] = self.said.of([row["line"] for row in rows], n, len(self.index), self.device)
        return made

    def may(self, word):
        return float(word[:1].isupper() or word.lower() in self.parties)


def asked(rows, n, index):
    """Arrays of what gold asks of a batch, as acts.Wanted says it of a sentence."""
    label, weight = (np.zeros((len(rows), n, len(index)), np.uint8) for _ in range(2))
    told, opened = [], []
    for i, row in enumerate(rows):
        wanted = Wanted(row, n, index)
        label[i], weight[i] = wanted.label.numpy(), wanted.weight.numpy()
        told += [(i, *each) for each in wanted.told]
        opened += [(i, *each) for each in wanted.open]
    claims = [(i, claim) for i, _, claim in told] + [(i, claim) for i, _, _, claim in opened]
    found = {"label": label, "weight": weight, "row": np.array([i for i, _ in claims], np.int64), "word": np.array([word for _, word, _ in told], np.int64)}
    if opened:
        width = max(len(words) for _, _, words, _ in opened)
        found["open"] = padded([words for _, _, words, _ in opened], width)
        found["opens"] = padded([[1] * len(words) for _, _, words, _ in opened], width, np.float32)
        found["open_at"] = np.array([(i, act) for i, act, _, _ in opened], np.int64)
    return found | sides(rows, claims) | objects(rows, claims, n)


def sides(rows, claims):
    at, group, label, weight = [], [], [], []
    for k, (i, claim) in enumerate(claims):
        heads = {}
        for mention in rows[i]["parties"]:
            heads.setdefault(mention["key"], set()).add(mention["head"])
        for key, words in heads.items():
            at += [(k, word) for word in sorted(words)]
            group += [len(label)] * len(words)
            label.append([key in claim.get(role, []) for role in ROLES[:2]])
            weight.append([(role in claim) / len(heads) for role in ROLES[:2]])
    if not label:
        return {}
    return {"side_at": np.array(at, np.int64), "side_of": np.array(group, np.int64), "side": np.array(label, np.float32), "side_weight": np.array(weight, np.float32)}


def objects(rows, claims, n):
    given = [(k, i, claim["object"]) for k, (i, claim) in enumerate(claims) if "object" in claim]
    if not given:
        return {}
    words = [range(len(rows[i]["words"])) for _, i, _ in given]
    label = padded([[word in heads for word in of] for (_, _, heads), of in zip(given, words)], n, np.float32)
    return {"object_of": np.array([k for k, _, _ in given], np.int64), "object": label, "object_seen": padded([[1] * len(of) for of in words], n, np.float32)}


def gold_loss(scores, parts, b):
    """What acts.loss_of says of the same sentences, but for the division by their number."""
    total = (bce(scores, b["label"].float(), reduction="none") * b["weight"]).sum()
    word = b["word"]
    if "open" in b:
        z = scores[b["open_at"][:, :1], b["open"], b["open_at"][:, 1:]]
        best = z.detach().masked_fill(b["opens"] == 0, -1e9).argmax(1, keepdim=True)
        one = z.gather(1, best)[:, 0]
        others = (F.softplus(z) * b["opens"]).sum(1) - F.softplus(one)
        total = total + F.softplus(-one).sum() + 0.3 * (others / (b["opens"].sum(1) - 1).clamp(min=1)).sum()
        word = torch.cat([word, b["open"].gather(1, best)[:, 0]])
    if "side" in b:
        told, other = b["side_at"].T
        z = parts[b["row"][told], word[told], other][:, :2]
        most = torch.full_like(b["side"], -30.0).scatter_reduce(0, b["side_of"][:, None].expand(-1, 2), z, "amax", include_self=False)
        total = total + PARTS * (bce(most, b["side"], reduction="none") * b["side_weight"]).sum()
    if "object" in b:
        z = parts[b["row"][b["object_of"]], word[b["object_of"]]][..., ROLES.index("object")]
        total = total + OBJECTS * (bce(z, b["object"], reduction="none") * b["object_seen"]).sum()
    return total


def soft_loss(scores, parts, b):
    """What teachers said: of every word its acts; of a word that tells one who has which part, asked of words that may stand for a party."""
    total = (bce(scores, b["acts"].float(), reduction="none") * b["words"][:, :, None]).sum()
    most = b["acts"].float().amax(-1)
    tells = most * (most > TELLS) * b["words"]
    loss = bce(parts, b["parts"].float(), reduction="none") * tells[:, :, None, None]
    share = b["may"] / b["may"].sum(1, keepdim=True).clamp(min=1)
    total = total + 2 * PARTS * (loss[..., :2] * share[:, None, :, None]).sum()  # of gold a party counts once, and here each naming: two, about
    return total + OBJECTS * (loss[..., 2] * b["words"][:, None, :]).sum()


class Said:
    """The mean of what teachers said of the lines of the same files."""

    def __init__(self, files, seen):
        self.parts = []
        for file in files:
            found = torch.load(file, weights_only=True)
            if tuple(found["seen"]) != seen:
                raise SystemExit(f"{file} was said of other rows: name the same files in the same order")
            for name in ("acts", "parts"):
                order = found[name][:, 0].argsort(stable=True)
                at, values = found[name][order].numpy(), found[f"{name}_values"][order].float().numpy() / len(files)
                self.parts.append((name, at, values, np.searchsorted(at[:, 0], np.arange(seen[0] + 1))))

    def of(self, lines, n, acts, device):
        """-> probabilities of acts [B, N, acts] and of parts [B, N, N, ROLES]."""
        out = {"acts": torch.zeros(len(lines), n, acts, dtype=torch.half), "parts": torch.zeros(len(lines), n, n, len(ROLES), dtype=torch.half)}
        for name, at, values, start in self.parts:
            slices = [slice(start[line], start[line + 1]) for line in lines]
            row = np.repeat(np.arange(len(lines)), [s.stop - s.start for s in slices])
            here = np.concatenate([at[s, 1:] for s in slices])
            where = (torch.from_numpy(row), *torch.from_numpy(here).long().T)
            out[name].index_put_(where, torch.from_numpy(np.concatenate([values[s] for s in slices])).half(), accumulate=True)
        return out["acts"].to(device), out["parts"].to(device)


class Saying:
    """Collects what one teacher says: the probabilities that are worth keeping, each with its line and place."""

    def __init__(self):
        self.found = {name: [] for name in ("acts", "acts_values", "parts", "parts_values")}

    def add(self, b, acts, parts):
        lines = torch.tensor([row["line"] for row in b["rows"]], device=acts.device)
        words = b["words"] > 0
        tells = (acts.amax(-1) >= LEAST_TOLD) & words
        self.keep("acts", acts, (acts >= LEAST_ACT) & words[:, :, None], lines)
        self.keep("parts", parts, (parts >= LEAST_PART) & tells[:, :, None, None] & words[:, None, :, None], lines)

    def keep(self, name, values, chosen, lines):
        at = chosen.nonzero()
        self.found[f"{name}_values"].append(values[chosen].half().cpu())
        self.found[name].append(torch.cat([lines[at[:, :1]], at[:, 1:]], 1).int().cpu())

    def save(self, file, seen):
        torch.save({name: torch.cat(found) for name, found in self.found.items()} | {"seen": seen}, file)

"""Sentences as numbers: word pieces, shapes, labels and a teacher's scores, in batches of about the same length."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

import corpora
import lemma
from model import SHAPES, shape_of

LAYERS = ("upos", "xpos", "lemma", "names", "heads", "relations")
SOFT_TAGS = ("upos", "xpos", "names", "relations")  # of which a teacher gives scores, a row a word
SOFT = (*SOFT_TAGS, "heads")
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

    def length_of(self, s):
        return 2 + sum(len(self.pieces_of(word)) for word in s.words)

    def code(self, s, soft=None):
        mark = SHAPES + corpora.CONVENTIONS.index(s.convention) if s.convention else 0
        pieces, shapes, first = [101], [mark], []
        for word in s.words:
            ids = self.pieces_of(word)
            first.append(len(pieces))
            pieces += ids
            shapes += [shape_of(word)] * len(ids)
        n = len(s.words)
        look = lambda name, values: [self.index[name].get(v, IGNORE) for v in values] if values else [IGNORE] * n
        if soft and s.names and any(is_item(tag) for tag in s.names):
            soft = soft | {"names": self.sure_of_items(s.names, soft["names"])}
        scripts = [lemma.script(f, l) for f, l in zip(s.words, s.lemmas)] if s.lemmas else None
        return {
            "pieces": pieces + [102], "shapes": shapes + [mark], "first": first, "soft": soft,
            "upos": look("upos", s.upos), "xpos": look("xpos", s.xpos), "lemma": look("lemma", scripts),
            "names": look("names", s.names), "heads": s.heads or [IGNORE] * n, "relations": look("relations", s.relations),
        }


    def sure_of_items(self, names, scores):
        """Teachers hardly know weapons and platforms: where one is marked, their doubt counts for nothing."""
        sure = scores.clone()
        for i, tag in enumerate(names):
            if is_item(tag):
                sure[i] = torch.eye(scores.size(1), dtype=scores.dtype)[self.index["names"][tag]]
        return sure


def is_item(tag):
    return tag[2:] in corpora.ITEM_TYPES


class Scores:
    """A teacher's probabilities for sentences one after the other: {layer: [words, labels]}, heads of one sentence after another's."""

    def __init__(self, counts, tags, heads):
        self.tags, self.heads = tags, heads
        self.counts = torch.tensor(counts)
        self.words = [0, *self.counts.cumsum(0).tolist()]
        self.arcs = [0, *(self.counts * (self.counts + 1)).cumsum(0).tolist()]

    def of(self, i):
        n = self.words[i + 1] - self.words[i]
        soft = {name: values[self.words[i]:self.words[i + 1]] for name, values in self.tags.items()}
        return soft | {"heads": self.heads[self.arcs[i]:self.arcs[i + 1]].view(n, n + 1)}


@dataclass
class Example:
    """A sentence with its gold, and where a teacher's scores of it are; `gold` tells that people annotated it."""

    sentence: corpora.Sentence
    gold: bool = True
    scores: Scores | None = None
    at: int = 0

    def soft(self):
        return self.scores and self.scores.of(self.at)


def write_soft(file, sentences, tags, heads):
    plain = [vars(s) | {"misc": [], "feats": []} for s in sentences]
    torch.save({"sentences": plain, "tags": tags, "heads": heads}, file)


def read_soft(files):
    """-> examples of the sentences that a teacher has read.

    Names are learned by one convention, which the teacher knows: where a corpus has another, its scores stand for the gold names.
    """
    examples = []
    for file in files:
        found = torch.load(file, weights_only=False)
        sentences = [corpora.Sentence(**fields) for fields in found["sentences"]]
        scores = Scores([len(s.words) for s in sentences], found["tags"], found["heads"])
        for i, s in enumerate(sentences):
            gold = s.heads is not None or s.names is not None
            examples.append(Example(default_convention(s), gold, scores, i))
    return examples


def default_convention(s):
    """Without names that another convention marks; weapons and platforms are the same in all."""
    if not s.convention:
        return s
    items = [tag if is_item(tag) else "?" for tag in s.names or []]
    return replace(s, names=items if set(items) - {"?"} else None, convention="")


def augmented(s, soft, rng):
    """News has headlines: now and then the final stop goes, or every long word is capitalised. Half of the trees are seen without a convention."""
    if s.convention and s.heads and rng.random() < 0.5:
        s = default_convention(s)
    if s.heads and rng.random() < 0.08 and s.upos[-1] == "PUNCT" and len(s.words) not in s.heads and len(s.words) > 2:
        cut = lambda values: values[:-1] if values else values
        layers = {name: cut(getattr(s, name)) for name in ("words", "upos", "xpos", "lemmas", "heads", "relations", "names")}
        s = replace(s, **layers)
        soft = soft and {k: v[:-1, :-1] if k == "heads" else v[:-1] for k, v in soft.items()}
    if s.heads and rng.random() < 0.04:
        s = replace(s, words=[w[:1].upper() + w[1:] if len(w) > 3 else w for w in s.words], lemmas=None)
    return s, soft


def batches(lengths, size, rng=None):
    """-> lists of indices of sentences of about the same length, at most `size` pieces a list with its padding."""
    jitter = (lambda: rng.random() * 8) if rng else (lambda: 0)
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + jitter())
    out, batch, longest = [], [], 0
    for i in order:
        if batch and max(longest, lengths[i]) * (len(batch) + 1) > size:
            out.append(batch)
            batch, longest = [], 0
        batch.append(i)
        longest = max(longest, lengths[i])
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
    for name in LAYERS:
        batch[name] = pad(name, n, IGNORE)
    batch["taught"] = torch.tensor([i["soft"] is not None for i in items])[:, None] & batch["words"]
    if batch["taught"].any():
        batch["soft"] = {name: soft_of(items, name, n) for name in SOFT}
    return batch


def soft_of(items, name, n):
    """The teacher's probabilities, [B, N, labels] or [B, N, 1+N]; zeros where it said nothing."""
    width = n + 1 if name == "heads" else next(i["soft"][name].size(-1) for i in items if i["soft"])
    out = torch.zeros(len(items), n, width, dtype=torch.half)
    for row, item in enumerate(items):
        if item["soft"]:
            values = item["soft"][name]
            out[row, : values.size(0), : values.size(1)] = values
    return out


def on(device, batch):
    return {k: on(device, v) if isinstance(v, dict) else v.to(device, non_blocking=True) for k, v in batch.items()}


class Epoch(torch.utils.data.Dataset):
    """The batches of one epoch, coded when they are asked for; what is augmented depends on the seed and the batch alone."""

    def __init__(self, coder, examples, order, seed):
        self.coder, self.examples, self.order, self.seed = coder, examples, order, seed

    def __len__(self):
        return len(self.order)

    def __getitem__(self, k):
        rng = random.Random(f"{self.seed} {k}")
        chosen = [self.examples[i] for i in self.order[k]]
        return collate([self.coder.code(*augmented(e.sentence, e.soft(), rng)) for e in chosen])

    def loader(self, processes):
        return torch.utils.data.DataLoader(self, batch_size=None, num_workers=processes, prefetch_factor=8 if processes else None)

"""Reads the corpora into one shape: a Sentence of words with whichever layers the corpus has.

Held back and never trained on: UD-EWT test, PUD, UNER, and what held-back.json names, which the evaluation
(src/eval/language/) reads too. EWT dev is read for the epoch figures only. A layer that a corpus lacks is None and adds no loss.
"""

import gzip
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import gum as gum_names

HELD_BACK = json.loads((Path(__file__).parent / "held-back.json").read_text(encoding="utf-8"))
CONVENTIONS = ("gum", "wnut17", "re3d")  # corpora that mark names by rules of their own; what has none is marked as wikigold is
ITEM_TYPES = ("WEAPON", "PLATFORM")
NAME_TYPES = ("PER", "ORG", "LOC", "MISC", *ITEM_TYPES)


@dataclass
class Sentence:
    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[str] | None = None  # BIO tags
    misc: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    convention: str = ""  # by which names are marked: one of CONVENTIONS, "" is wikigold's


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from (line.rstrip("\n") for line in stream)


def read_conllu(path):
    """Syntactic words only: ranges (1-2) and empty nodes (1.1) are left out."""
    rows = []
    for line in lines(path):
        if not line:
            if rows:
                yield to_sentence(rows)
            rows = []
        elif line[0] != "#" and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
    if rows:
        yield to_sentence(rows)


def to_sentence(rows):
    column = lambda k: [row[k] for row in rows]
    return Sentence(column(1), column(3), column(4), column(2), [int(h) for h in column(6)], column(7), None, column(9), column(5))


# --- names -----------------------------------------------------------------

WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "MISC", "creative-work": "MISC"}
RE3D = {
    "Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC",
    "Weapon": "WEAPON", "MilitaryPlatform": "PLATFORM",
}
ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s+")
POSSESSIVE = re.compile(r"(?:['’]s?)?$")
ROLE = re.compile(
    r"(?:(?:[Tt]he|[A-Z]\S*|and|for|of|to|the|-)\s+)*?(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Ll]eader|[Cc]hief|[Pp]eople|Representative|Envoy"
    r"|General|Colonel|Sheikh|King|Queen|Prince|Sir|Mr|Mrs|Dr|He|She|It|They|We|I)\.?"
)
LINKING = {"of", "the", "for", "and", "in", "on", "al", "el", "bin", "ibn", "de"}
TITLES = re.compile(rf"(?:{ROLE.pattern}\s+)+")


def to_bio(types):
    """["PER", "PER", None] -> B-PER I-PER O, for tags that mark no beginning (IO)."""
    tags, before = [], None
    for kind in types:
        tags.append("O" if kind is None else f"{'I' if kind == before else 'B'}-{kind}")
        before = kind
    return tags


def read_columns(path, kind_of):
    words, kinds = [], []
    for line in [*lines(path), ""]:
        cells = line.split()
        if len(cells) >= 2:
            words.append(cells[0])
            kinds.append(kind_of(cells[-1]))
        elif words:
            yield words, kinds
            words, kinds = [], []


def read_wikigold(path):
    """-> one list of sentences a document; -DOCSTART- closes each."""
    document = []
    for words, kinds in read_columns(path, lambda tag: None if tag == "O" else tag[2:]):
        if words == ["-DOCSTART-"]:
            yield document
            document = []
        else:
            document.append(Sentence(words, names=to_bio(kinds)))
    if document:
        yield document


def read_wnut(path):
    def kind(tag):
        return ("O", None) if tag == "O" else (tag[0], WNUT[tag[2:]])

    for words, kinds in read_columns(path, kind):
        yield Sentence(words, names=["O" if k is None else f"{b}-{k}" for b, k in kinds])


WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-zÀ-ɏ]+(?:\.[A-Za-z])+\.?|[A-Za-zÀ-ɏ]+|['’]s\b|\S")


def read_re3d(folder, states):
    """-> (document id, its sentences)."""
    documents = {d["_id"]: d["text"] for d in map(json.loads, lines(Path(folder) / "documents.json.gz"))}
    spans = {}
    for entity in map(json.loads, lines(Path(folder) / "entities.json.gz")):
        named = name_of_entity(entity, documents[entity["documentId"]], states)
        if named:
            spans.setdefault(entity["documentId"], []).append(named)
    for key, text in documents.items():
        chosen = outermost(spans.get(key, []))
        sentences = []
        for match in re.finditer(r"[^\n]+?(?:[.!?](?=\s+[A-Z])|\n|$)", text):
            words = [(m.start() + match.start(), m.end() + match.start()) for m in WORD.finditer(match.group())]
            if words:
                sentences.append(Sentence([text[a:b] for a, b in words], names=bio_of_spans(words, chosen)))
        yield key, sentences


def name_of_entity(entity, text, states):
    """re3d marks whole noun phrases, roles and pronouns. -> (begin, end, type), with the type "?" for what is half a name, or None.

    "?" is no label: what stands there ("the Assad regime", "EU leaders") adds no loss.
    """
    begin, end, kind = entity["begin"], entity["end"], RE3D.get(entity["type"])
    if kind is None or kind in ("WEAPON", "PLATFORM"):
        return kind and (begin, end, kind)
    ahead = TITLES.match(text, begin, end) if kind == "PER" else ARTICLE.match(text, begin, end)
    begin = ahead.end() if ahead else begin
    end -= len(POSSESSIVE.search(text[begin:end]).group())
    words = text[begin:end].split()
    if not any(w[0].isupper() for w in words) or ROLE.fullmatch(text[begin:end]):
        return None
    named = all(w[0].isupper() or w[0].isdigit() or w[0] in "-‘'&" or w in LINKING or w.startswith(("al-", "el-")) for w in words)
    clean = named and words[0][0].isupper() and words[-1][-1].isalnum() and (kind == "LOC" or "," not in text[begin:end])
    if kind == "ORG" and text[begin:end] in states:
        kind = "LOC"
    return begin, end, kind if clean else "?"


def outermost(spans):
    spans = sorted(set(spans), key=lambda s: (s[0] - s[1], s[0], s[2] == "?", s[2]))
    kept = []
    for span in spans:
        if all(span[1] <= k[0] or span[0] >= k[1] for k in kept):
            kept.append(span)
    return kept


def bio_of_spans(words, spans):
    tags = ["O"] * len(words)
    for begin, end, kind in spans:
        inside = [i for i, (a, b) in enumerate(words) if a >= begin and b <= end]
        for i in inside:
            tags[i] = "?" if kind == "?" else f"{'B' if i == inside[0] else 'I'}-{kind}"
    return tags


def names_of_states():
    """States are places, even where a corpus has them act as organisations; names as in knowledge/parties/states.tsv."""
    table = Path(__file__).parent.parent / "knowledge/parties/states.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name for row in rows[1:] for name in (row[1], *row[2].split("; ")) if name}


def load(root):
    """-> (train, held): held maps a set's name to its sentences."""
    root = Path(root)
    gum = sorted((root / "gum").glob("*.gz"))
    is_held = lambda path: any(path.name == f"GUM_{name}.conllu.gz" for name in HELD_BACK["gum"])
    states = names_of_states()
    with_names = lambda path: [replace(gum_names.add_names(s, states), convention="gum") for s in read_conllu(path)]
    train = list(read_conllu(root / "ud-ewt/train.conllu.gz"))
    held = {
        "ewt-dev": list(read_conllu(root / "ud-ewt/dev.conllu.gz")),
        "ewt-test": list(read_conllu(root / "ud-ewt/test.conllu.gz")),
        "gum-held": [s for p in gum if is_held(p) for s in with_names(p)],
    }
    train += [s for p in gum if not is_held(p) for s in with_names(p)]
    for name, parts in name_corpora(root):
        held[f"{name}-held"] = back = [s for key, sentences in parts if is_held_back(name, key) for s in sentences]
        told = {tuple(s.words) for s in back}  # posts are passed on word for word
        train += [s for key, sentences in parts if not is_held_back(name, key) for s in sentences if tuple(s.words) not in told]
    return train, held


def name_corpora(root):
    """-> (corpus, [(key, sentences)]): a key is a document's number or id, in wnut17 a sentence's number.

    A corpus of another size is another release, whose keys would name other documents.
    """
    re3d = [folder for folder in sorted((root / "re3d").iterdir()) if folder.is_dir()]
    corpora = {
        "wikigold": list(enumerate(read_wikigold(root / "wikigold/wikigold.conll.txt.gz"))),
        "wnut17": [(i, [s]) for i, s in enumerate(read_wnut(root / "wnut17/train-wnut17train.conll.gz"))],
        "re3d": [part for folder in re3d for part in read_re3d(folder, names_of_states())],
    }
    for name, parts in corpora.items():
        if name in CONVENTIONS:
            parts = [(key, [replace(s, convention=name) for s in sentences]) for key, sentences in parts]
        assert len(parts) == HELD_BACK[name]["of"], f"{name} has {len(parts)} parts, held-back.json was written for {HELD_BACK[name]['of']}"
        yield name, parts


def is_held_back(name, key):
    rule = HELD_BACK[name]
    return key % rule["every"] == rule["every"] - 1 if "every" in rule else key in rule["documents"]

"""Names from GUM's nested entities: the outermost proper name of each typed entity, as wikigold and UNER mark them.

An entity of GUM is a whole noun phrase ("the former president of France"), and a place may stand inside an
organisation ("Athens Urban Transport Organisation"). A name is the run of capitalised words around the phrase's head,
without determiner and title, and with "of" and the like where the name goes on behind it. The longest entity comes first.
"""

import re

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "time": None, "animal": None}
ENTITY = re.compile(r"\((\d+)-([a-z]+)([^()]*(?:\([^()]*\)[^()]*)*?)(\))?(?=\(\d|\d+\)|$)|(\d+)\)")
OFFICES = {"president", "mayor", "court", "king", "queen", "minister", "sir", "lord", "lords", "senator", "chief", "god"}
LINKING = {"of", "for", "on", "the", "de", "la", "el", "al", "du", "del", "von", "van", "&", "-", "'s", "’s"}


def add_names(sentence, states):
    """Marks BIO tags on a sentence of GUM; `states` are names of states, which are places even where they act."""
    tags = ["O"] * len(sentence.words)
    for start, end, kind in sorted(entities(sentence.misc), key=lambda s: s[0] - s[1]):
        label = KINDS.get(kind, "MISC")
        found = label and name_within(sentence, start, end, label)
        if not found or any(tags[i] != "O" for i in range(*found)):
            continue
        words = " ".join(sentence.words[found[0]:found[1]])
        if label == "ORG" and words in states:
            label = "LOC"
        if label == "PER" and sentence.xpos[found[1] - 1] == "NNPS":
            label = "MISC"  # a people, no person
        for i in range(*found):
            tags[i] = f"{'B' if i == found[0] else 'I'}-{label}"
    for i, tag in enumerate(tags):
        if tag == "O" and i > 0 and sentence.xpos[i] == "JJ" and is_demonym(sentence.words[i]):
            tags[i] = "B-MISC"
    sentence.names = tags
    return sentence


def entities(misc):
    """-> [(first, end, kind)] of the Entity values of the MISC column."""
    opened, spans = [], []
    for i, value in enumerate(misc):
        entity = next((f[7:] for f in value.split("|") if f.startswith("Entity=")), "")
        for key, kind, _, whole, closed in ENTITY.findall(entity):
            if whole:
                spans.append((i, i + 1, kind))
            elif key:
                opened.append((key, i, kind))
            else:
                at = next((k for k in reversed(range(len(opened))) if opened[k][0] == closed), None)
                if at is not None:
                    _, start, kind = opened.pop(at)
                    spans.append((start, i + 1, kind))
    return spans


def name_within(sentence, start, end, label):
    """The name's words [first, last) inside an entity, or None where its head is no proper noun."""
    head = next((i for i in range(start, end) if not start < sentence.heads[i] <= end), None)
    if head is None or sentence.upos[head] != "PROPN" or not is_capital(sentence.words[head]):
        return None
    if label == "PER" and end - start == 1 and sentence.words[head].lower() in OFFICES:
        return None
    first = head
    while first > start and belongs(sentence, first - 1):
        first -= 1
    last = head + 1
    while last < end and belongs(sentence, last):
        last += 1
    while label != "PER":
        onward = last
        while onward < end and sentence.words[onward].lower() in LINKING:
            onward += 1
        if onward == last or onward >= end or onward - last > 2 or not belongs(sentence, onward) or sentence.upos[onward] == "NUM":
            break
        last = onward + 1
        while last < end and belongs(sentence, last):
            last += 1
    while first < head and label == "PER" and sentence.relations[first] == "nmod:desc":
        first += 1
    return first, last


def belongs(sentence, i):
    """An adjective or participle in a name ("United Nations") has the tag of a proper noun and its own part of speech."""
    word, upos, xpos = sentence.words[i], sentence.upos[i], sentence.xpos[i]
    return is_capital(word) and (xpos in ("NNP", "NNPS") or upos in ("PROPN", "X")) or upos == "NUM" and word.isdigit() and len(word) < 4


def is_capital(word):
    return word[:1].isupper() or word[:1].isdigit() and any(c.isupper() for c in word)


def is_demonym(word):
    return word[:1].isupper() and re.search(r"(?:an|ese|ish|ch|i|ic|sh)$", word) is not None

"""Raw sentences with the weapons and platforms in them that Pacta's own tables know: python items.py --raw FILE.jsonl > FILE.jsonl

re3d marks weapons and platforms but has seventeen of them in the documents that are trained on, so that the tables (knowledge/items) mark
more, in raw news. A line of output: {"words": [...], "names": [BIO tags, "?" where nothing is said]}.
"""

import argparse
import csv
import json
import re
from pathlib import Path

KNOWLEDGE = Path(__file__).parent.parent / "knowledge/items"
WEAPON, PLATFORM = "WEAPON", "PLATFORM"
SYSTEMS = {
    **dict.fromkeys(("air defence", "artillery", "bomb", "missile", "small arms", "torpedo"), WEAPON),
    **dict.fromkeys(("armour", "combat aircraft", "drone", "helicopter", "transport aircraft"), PLATFORM),
    **dict.fromkeys(("aircraft carrier", "landing ship", "patrol vessel", "ship", "submarine"), PLATFORM),
}
NOUNS = {**dict.fromkeys(("missile", "bomb", "gun"), WEAPON), **dict.fromkeys(("aircraft", "ship", "armour"), PLATFORM)}
MILITARY = re.compile(r"combat|military|attack|war|fighter \w|frigate|submarine|destroyer|corvette|carrier|tank|armou?red|gunship|drone|unmanned|patrol|fighting|amphibious")
NOT = re.compile(r"^(?:shell|round|cartridge|arsenal|armament|rocket|mine|interceptor|bullet|arms|launcher|.*system)$")  # also of coal, of talks, of a bird
MOST_WORDS = 6


def rows(name):
    with open(KNOWLEDGE / name, encoding="utf-8") as stream:
        yield from csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def tables():
    """-> ({name without blanks: type}, {noun without blanks, singular or plural: type})."""
    names, nouns = {}, {}
    for row in rows("weapons.tsv"):
        for name in (row["name"], *row["aliases"].split("; "), *row["everyday"].split("; ")):
            if row["kind"] in SYSTEMS and len(name) > 2:
                names[name.replace(" ", "")] = SYSTEMS[row["kind"]]
    for row in rows("nouns.tsv"):
        kind, noun = NOUNS.get(row["kind"]), row["noun"]
        if kind and not NOT.match(noun) and (kind == WEAPON or MILITARY.search(noun)):
            for form in (noun, f"{noun}s"):
                nouns[form.replace(" ", "")] = kind
    return names, nouns


def matches(words, names, nouns):
    """-> [(first, last, type, whether it tells by itself)], the longest from the left. A name needs figures or a noun beside it ("Patriot missiles")."""
    found, i = [], 0
    while i < len(words):
        for n in range(min(MOST_WORDS, len(words) - i), 0, -1):
            joined = "".join(words[i:i + n])
            if joined in names or joined in nouns:
                found.append((i, i + n, nouns.get(joined) or names[joined], joined in nouns or any(c.isdigit() for c in joined)))
                break
        i = found[-1][1] if found and found[-1][1] > i else i + 1
    return found


def tagged(words, names, nouns):
    """What stands side by side is one item ("S-300 missiles") of the type of its last part."""
    tags, group = ["?"] * len(words), []
    for match in [*matches(words, names, nouns), (len(words) + 1, 0, None, False)]:
        if group and match[0] != group[-1][1]:
            if any(tells for *_, tells in group):
                first, last, kind = group[0][0], group[-1][1], group[-1][2]
                tags[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
            group = []
        group.append(match)
    return tags


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--raw", required=True)
    args = cli.parse_args()
    names, nouns = tables()
    for line in Path(args.raw).read_text(encoding="utf-8").splitlines():
        words = json.loads(line)
        tags = tagged(words, names, nouns)
        if any(tag != "?" for tag in tags):
            print(json.dumps({"words": words, "names": tags}, ensure_ascii=False))


if __name__ == "__main__":
    main()

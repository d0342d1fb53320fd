"""Writes the lemma lexicon that stands beside the weights: python lexicon.py --corpora DIR --out OUT_DIR

One line a form, part of speech and lemma, as UD-EWT train and the GUM documents that are trained on have it most often.
The network's edit scripts guess well but know no words ("launches" -> "launche"); the lexicon knows which lemmas exist.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import corpora

OPEN = {"VERB", "NOUN", "ADJ", "ADV", "AUX"}


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--corpora", required=True)
    cli.add_argument("--out", required=True)
    args = cli.parse_args()
    train, _ = corpora.load(args.corpora)
    seen = defaultdict(Counter)
    for sentence in train:
        if sentence.lemmas:
            for form, upos, lemma in zip(sentence.words, sentence.upos, sentence.lemmas):
                if upos in OPEN and form.isalpha() and lemma == lemma.lower():
                    seen[form.lower(), upos][lemma] += 1
    rows = [f"{form}\t{upos}\t{counts.most_common(1)[0][0]}" for (form, upos), counts in sorted(seen.items())]
    (Path(args.out) / "lemmas.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "forms")


if __name__ == "__main__":
    main()

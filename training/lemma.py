"""Lemmas as edit scripts: "2-3+y" cuts three characters and adds "y"; the case letter says what to lower.

The same strings are applied by src/language/lemma.ts.
"""


def script(form, lemma):
    case, base = ("l", form.lower()) if lemma == lemma.lower() else ("k", form)
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    return f"{case}{len(base) - common}+{lemma[common:]}"


def apply(form, edit):
    cut, _, added = edit[1:].partition("+")
    base = form.lower() if edit[0] == "l" else form
    kept = base[: len(base) - int(cut)] if int(cut) <= len(base) else base
    return kept + added

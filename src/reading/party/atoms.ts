// Names are matched on atoms, not on tokens: runs of letters and figures without accents, so that "Guinea-Bissau",
// "Guinea Bissau" and any tokeniser's cut of them are one. Case is kept, because "US" is a state and "us" is not.

/** A matched unit of a token: its key, and where it lies in the token. */
export interface Atom {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** A hyphen or dash stands right before it in the token. */
  readonly hyphen: boolean;
}

/** The atoms of one token; `trailing` where it ends with a hyphen, or is one. */
export interface Atoms {
  readonly atoms: readonly Atom[];
  readonly trailing: boolean;
}

const ACRONYM = /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u;
const UNIT = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
const HYPHEN = /^[-‐‑‒–/]$/u;
const SILENT = /^['’ʻ`.]$/u;
const MARKS = /\p{M}+/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  ð: "d",
  þ: "th",
  ə: "a",
};

/** A word without accents: "Çavuşoğlu" gives "Cavusoglu". */
export function plain(form: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(form)) return form;
  return form
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[øØłŁđĐıßæÆðþə]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Cuts a token into atoms. Apostrophes and full stops are silent; "U.S." is one atom; other signs stand for themselves. */
export function atomsOf(form: string): Atoms {
  if (form.length > 1 && ACRONYM.test(form)) {
    return { atoms: [{ key: plain(form.replaceAll(".", "")), from: 0, to: form.length, hyphen: false }], trailing: false };
  }
  const atoms: Atom[] = [];
  let hyphen = false;
  for (const match of form.matchAll(UNIT)) {
    const unit = match[0];
    if (HYPHEN.test(unit)) hyphen = true;
    else if (!SILENT.test(unit) || form.length === 1) {
      atoms.push({ key: plain(unit), from: match.index, to: match.index + unit.length, hyphen });
      hyphen = false;
    }
  }
  return { atoms, trailing: hyphen };
}

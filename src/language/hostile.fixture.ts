// Kinds of text that no reporter writes and that reach a reader all the same: cheap to make, dear to split carelessly.
import type { UnanalysedReason } from "./sentence.ts";

/** One kind: `of(n)` has n characters or a few more. `parts` are the reasons of what is not analysed of a text of 30,000 characters. */
export interface HostileKind {
  readonly name: string;
  readonly of: (n: number) => string;
  readonly parts: readonly UnanalysedReason[];
}

const repeated = (unit: string) => (n: number) => unit.repeat(Math.ceil(n / unit.length));

const kind = (name: string, unit: string, ...parts: UnanalysedReason[]): HostileKind => ({ name, of: repeated(unit), parts });

const PROSE = "Norland signed a contract with Arex on Monday. ";

/** The kinds. */
export const HOSTILE: readonly HostileKind[] = [
  kind("a sentence of many words", "ship "),
  kind("a sentence of many clauses", "and, as they said, the ships; "),
  kind("a word without end", "x", "no-blanks"),
  kind("a word of digits and commas", "1,234,", "no-blanks"),
  kind("a word of digits", "7", "no-blanks"),
  kind("a word of full stops and letters", "a.b.c.", "no-blanks"),
  kind("a word of apostrophes", "x's", "no-blanks"),
  kind("a word of affixes", "non-co-", "no-blanks"),
  kind("words of 4,000 digits and commas", `${"1,234,".repeat(667)} `),
  kind("words of 4,000 letters and full stops", `${"ab.c.".repeat(800)} `),
  kind("words of 4,000 address parts", `${"a@b.c/".repeat(667)} `),
  kind("words of 4,000 apostrophes", `${"x's".repeat(1333)} `),
  kind("words of 4,000 affixes", `${"non-co-".repeat(571)} `),
  kind("words of 4,000 slashes and digits", `${"1/2-3:".repeat(667)} `),
  kind("words of 4,000 closing signs", `${`)"]'”`.repeat(800)} `),
  kind("words of 4,000 opening signs", `${`("['“`.repeat(800)} `),
  kind("words of 4,000 signs", `${"<>-=*_~#+|:;^$".repeat(285)} `),
  kind("words of 4,000 hyphens", `${"-".repeat(4000)} `),
  kind("addresses of 4,000 characters", `https://example.org/${"a=%20&".repeat(660)} `),
  kind("an address without end", "https://example.org/?", "no-blanks"),
  kind("NULs", "\0", "not-text"),
  kind("NULs apart", "\0 ", "not-text"),
  kind("control characters", "\x01\x02\x1b[0m\x7f\x9c ", "not-text"),
  kind("byte order marks", "\ufeff\ufeff\ufeff \ufeffship ", "not-text"),
  kind("bidirectional controls", "\u202e\u2066\u200fship\u2069 ", "not-text"),
  kind("zero-width blanks between letters", "s\u200ba\u200bl\u200be ", "not-text"),
  kind("high surrogates alone", "\ud83d ", "not-text"),
  kind("low surrogates alone", "\udc00 ", "not-text"),
  kind("surrogates alone between letters", "sh\ud83dip \udc00s ", "not-text"),
  kind("characters that no charset has", "\ufffd\ufffd \ufffe\uffff\ue000 ", "not-text"),
  kind("astral letters", "𝔘𝔘𝔘 "),
  kind("mixed scripts", "Иранمرحبا日本한국สวัสดี "),
  kind("Chinese", "日本", "no-blanks"),
  kind("right-to-left prose", "قال الوزير إن «العقد» وقع. "),
  kind("marks on every letter", `${"a\u0301\u0323\u0308\u0330\u0304\u0306".repeat(4)} `, "not-text"),
  kind("hundreds of marks on a letter", `Z${"\u0301".repeat(300)}a${"\u0325".repeat(300)} `, "not-text"),
  kind("a letter under endless marks", "\u0301", "not-text"),
  kind("families of emoji", "👩‍👩‍👧‍👦🇺🇸👍🏽 "),
  kind("an emoji without end", "👩‍", "no-blanks"),
  kind("tag characters", "🏴\u{e0067}\u{e0062} "),
  kind("newlines", "\n"),
  kind("newlines and blanks", "\n \t\r\n  "),
  kind("a line of blanks", " "),
  kind("tabs, no-break and thin spaces", "ship\t\u00a0\u2009\u3000tank\u2028"),
  kind("words on lines of their own", "ship\n"),
  kind("paragraphs of one word", "ship\n\n"),
  kind("straight quotes", '"', "no-blanks"),
  kind("straight quotes apart", '" '),
  kind("quotes in quotes", "“ ‘ “yes “‘"),
  kind("quotes that never close", '“Yes, "he said. '),
  kind("brackets in brackets", "( [ { ("),
  kind("closing brackets apart", ") ] } "),
  kind("full stops", ".", "no-blanks"),
  kind("full stops apart", ". "),
  kind("ellipses", "... … "),
  kind("questions and exclamations", "?! !? "),
  kind("abbreviations", "Gen. U.S. Lt.-Gen. No. "),
  kind("initials", "J. R. R. "),
  kind("numbered items", "1. a) 2. "),
  kind("dates and times", "04/26/2001 07:17 AM "),
  kind("smileys", ":) ;-( "),
  kind("bullets", "- • * "),
  kind("possessives", "ships' ' s' "),
  kind("a text all in capitals", PROSE.toUpperCase()),
  kind("prose", PROSE),
  { name: "junk after prose", of: (n) => `${PROSE}\n\n${"x".repeat(n)}\n\n${PROSE}`, parts: ["no-blanks"] },
];

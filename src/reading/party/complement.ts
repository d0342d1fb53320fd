// What follows an acting noun: "-elect", "of foreign affairs", "of Iran", "for the Russian government".
import type { Anchor } from "./context.ts";
import type { HeadNoun } from "./entry.ts";
import { INSIDE, isPossessive, REACH, type Head, type View } from "./view.ts";

/** Where the noun's complements end, the party they name, and whether the office is yet to be taken. */
export interface Right {
  readonly last: number;
  readonly owner?: Anchor;
  readonly elect: boolean;
}

/** Reads the complements of an acting noun; with an owner before it, "of Iran" is not read as another. */
export function rightOf(view: View, head: Head, owner: Anchor | undefined): Right {
  const elect = isElect(view, head.last + 1);
  let last = elect ? head.last + 2 : head.last;
  for (let step = 0; step < 3; step++) {
    const next = complementOf(view, head, last + 1, owner);
    if (next === undefined) break;
    last = next.last;
    if (next.owner !== undefined) return { last, owner: next.owner, elect };
  }
  return { last, elect };
}

function isElect({ words }: View, i: number): boolean {
  return words[i]?.form === "-" && ["elect", "designate"].includes(words[i + 1]?.form.toLowerCase() ?? "");
}

interface Complement {
  readonly last: number;
  readonly owner?: Anchor;
}

function complementOf(view: View, head: Head, at: number, owner: Anchor | undefined): Complement | undefined {
  const { words, anchorAt } = view;
  const link = words[at]?.form.toLowerCase();
  if (link === undefined || !links(head.noun).has(link)) return undefined;
  const from = words[at + 1]?.upos === "DET" ? at + 2 : at + 1;
  const anchor = anchorAt[from];
  if (anchor !== undefined && (link === "on" || (link === "in" && isOthers(view, head.first)))) return undefined;
  if (anchor !== undefined) return anchoredComplement(view, head, anchor, owner);
  if (!head.noun.complement || (link !== "of" && !((link === "for" || link === "on") && /^\p{Lu}/u.test(words[from]?.form ?? "")))) return undefined;
  const end = fieldEnd(view, from);
  return end < from ? undefined : { last: end };
}

/** Whom a state has abroad: "diplomats in Vienna" are anybody's, where "the energy minister in Pretoria" is the one of there. */
const ABROAD =
  /\b(?:ambassador|envoy|diplomat|delegat\w*|mission|embassy|consul\w*|representative|attaché|nuncio|troop|forces?|soldier|army|navy|military|marines?|peacekeep\w*|contingent|fleet|pilot|sailor|negotiator|mediator|commander|general|officer|agent|investigator|inspector|side|leader|lady|council|committee|head|director|union|pope|throne|chief)\b/;

/** The chiefs of what is at home. */
const HOME_CHIEF = /(?:armed forces|army|military|navy|air force|defen[cs]e|spy|intelligence|central bank) chief/;

/** "its secretariat in Riyadh", "the bloc's spokesman in Brussels": whose it is, is said before. */
function isOthers({ words }: View, at: number): boolean {
  const before = words.findLast(({ index, upos }) => index < at && !INSIDE.has(upos));
  return before !== undefined && (/^(?:its|their|his|her|our)$/i.test(before.form) || isPossessive(before));
}

function links({ form, class: kind, noun }: HeadNoun): ReadonlySet<string> {
  if (/ambassador|envoy|representative|mission|delegation/.test(noun)) return new Set(["of", "for", "from"]);
  if (kind === "state" && (!ABROAD.test(noun) || HOME_CHIEF.test(noun))) return new Set(["of", "for", "from", "in"]);
  return new Set(form === "body" && kind === "state" ? ["of", "for", "on"] : ["of", "for", "from"]);
}

/** "president of Iran", but not "president of Iran's parliament", where the possessive leads on to the noun that owns. */
function anchoredComplement(view: View, head: Head, anchor: Anchor, owner: Anchor | undefined): Complement | undefined {
  if (owner !== undefined || anchor.entry.kind === "blocked" || anchor.entry.kind === "person") return undefined;
  const inner = innerHead(view, anchor.last + 1);
  if (inner !== undefined) return { last: inner, owner: anchor };
  const linked = view.words[anchor.last + 1];
  const coordinated = linked !== undefined && (linked.upos === "CCONJ" || linked.form === ",") && view.anchorAt[anchor.last + 2] !== undefined;
  if (anchor.entry.form === "demonym" || (coordinated && head.noun.plural)) return undefined;
  return { last: anchor.last, owner: anchor };
}

/** The end of "Iran's parliament" or "Russian government" from the word after the name on; undefined where no acting noun follows. */
function innerHead({ words, headAt }: View, at: number): number | undefined {
  for (let i = at; i < words.length && i < at + REACH; i++) {
    const head = headAt[i];
    if (head !== undefined && head.noun.class === "state") {
      const further = headAt[head.last + 1];
      return further !== undefined && further.noun.class === "state" ? further.last : head.last;
    }
    if (!(INSIDE.has(words[i]?.upos ?? "") || isPossessive(words[i]))) return undefined;
  }
  return undefined;
}

/** The end of a field of office: "foreign affairs", "Trade and Industry", "the Interior". */
function fieldEnd({ words, anchorAt, headAt, sentence }: View, from: number): number {
  let end = from - 1;
  for (let i = from; i < words.length && i < from + REACH; i++) {
    const word = words[i];
    if (word === undefined || anchorAt[i] !== undefined || sentence.names.some((name) => name.type === "PER" && name.start === word.start)) break;
    if (INSIDE.has(word.upos)) end = i;
    else if (
      !(word.upos === "CCONJ" && INSIDE.has(words[i + 1]?.upos ?? "") && headAt[i + 1] === undefined && /^\p{Lu}/u.test(words[i + 1]?.form ?? ""))
    )
      break;
    if (headAt[i] !== undefined && i > from) break;
    if (word.upos === "PROPN" && words[i + 1]?.upos === "PROPN" && words[i]?.relation !== "compound" && words[i + 1]?.relation !== "conj") break;
  }
  return end;
}

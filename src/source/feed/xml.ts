// A look at the markup before a parser has it: which kind of XML it is, and whether it means harm. Nothing here is parsed
// twice: the tags are walked over once.
import { PactaError } from "../../error.ts";

/** Characters of an XML file; the largest feeds of whole archives have a quarter. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** Tags of one. A sitemap of 50,000 addresses, the most that one may have, has 700,000 with all of its news. */
const MAX_TAGS = 1_000_000;

/** Characters of one tag: parsers look each attribute up among the others. */
const MAX_TAG = 256 * 1024;

/** What may stand before the first element: a byte order mark, white space, the declaration, comments, a document type. */
const PROLOG = /^(?:\ufeff|\xef\xbb\xbf)?(?:\s+|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>)*/i;

/** The first element's name in small letters and without its prefix, as far as the text given shows it. */
export function rootOf(start: string): string | undefined {
  const before = PROLOG.exec(start.slice(0, MAX_TAG))?.[0].length ?? 0;
  return /^<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)/i.exec(start.slice(before, before + 200))?.[1]?.toLowerCase();
}

/**
 * Throws `PACTA_XML_ENTITIES` for XML that declares entities (the bombs do; feeds have no need of them) and
 * `PACTA_XML_TOO_LARGE` beyond what any feed or sitemap has.
 */
export function checkXml(xml: string): void {
  if (xml.length > MAX_CHARACTERS) throw tooLarge(`${MAX_CHARACTERS} characters`);
  let tags = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    if (xml.startsWith("<![CDATA[", at)) at = after(xml, "]]>", at);
    else if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else {
      const end = after(xml, ">", at);
      if (end - at > MAX_TAG) throw tooLarge(`${MAX_TAG} characters in one tag`);
      tags += 1;
      if (xml[at + 1] === "!" && /<!entity\b/i.test(xml.slice(at, end))) throw entities();
      at = end;
    }
    if (tags > MAX_TAGS) throw tooLarge(`${MAX_TAGS} tags`);
  }
}

/** The offset of the last character of the next `words`; the text's end where there are none. */
function after(xml: string, words: string, from: number): number {
  const found = xml.indexOf(words, from);
  return found < 0 ? xml.length : found + words.length - 1;
}

function entities(): PactaError {
  return new PactaError("PACTA_XML_ENTITIES", "the file declares entities of its own", "Write their text out, or leave the document type away");
}

function tooLarge(what: string): PactaError {
  return new PactaError("PACTA_XML_TOO_LARGE", `the file has more than ${what}`, "Split it into several files");
}

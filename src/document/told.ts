// What a container says of a text, made fit for a document: headings of feeds hold markup, languages come with countries.
import type { Told } from "../source/index.ts";
import { PactaError } from "../error.ts";
import { parsePage, piecesOf, tidy } from "./html/index.ts";
import type { HtmlElement } from "./html/index.ts";

/** Characters of a heading that are looked at. */
const HEADING = 2000;

/** What no store keeps as it is: NUL and its like, which escapes bring in where the bytes have none. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** The same with its heading as a browser shows it and its language as ISO 639-1. What then says nothing is absent. */
export function cleaned({ heading, markup, language, byline, sources, tags, ...rest }: Told): Told {
  const words = heading === undefined ? "" : plain(shown(heading.slice(0, HEADING), markup));
  const code = language === undefined ? undefined : /^([a-z]{2})(?:[-_]|$)/i.exec(language.trim())?.[1]?.toLowerCase();
  const author = byline === undefined ? "" : plain(byline.slice(0, 200));
  return {
    ...rest,
    ...(sources === undefined ? {} : { sources: sources.map(plain) }),
    ...(tags === undefined ? {} : { tags: tags.map(plain) }),
    ...(words === "" ? {} : { heading: words }),
    ...(author === "" ? {} : { byline: author }),
    ...(code === undefined ? {} : { language: code }),
  };
}

function plain(words: string): string {
  return tidy(words.replace(CONTROLS, " ").toWellFormed());
}

function shown(heading: string, markup?: true): string {
  if (markup !== true || !/<\/?[a-z]|&[#a-z]/i.test(heading)) return tidy(heading);
  const body = bodyOf(heading);
  return body === null
    ? tidy(heading)
    : tidy(
        piecesOf(body)
          .map((piece) => piece.text)
          .join(" "),
      );
}

/** Null where the markup of a heading is such that no page would be built of it: it costs the heading its looks, not the text. */
function bodyOf(heading: string): HtmlElement | null {
  try {
    return parsePage(heading).querySelector("body");
  } catch (thrown) {
    if (thrown instanceof PactaError) return null;
    throw thrown;
  }
}

// What a container says of a text, made fit for a document: headings of feeds hold markup, languages come with countries.
import type { Told } from "../source/index.ts";
import { parsePage, piecesOf, tidy } from "./html/index.ts";

/** Characters of a heading that are looked at. */
const HEADING = 2000;

/** The same with its heading as a browser shows it and its language as ISO 639-1. What then says nothing is absent. */
export function cleaned({ heading, markup, language, byline, ...rest }: Told): Told {
  const words = heading === undefined ? "" : shown(heading.slice(0, HEADING), markup);
  const code = language === undefined ? undefined : /^([a-z]{2})(?:[-_]|$)/i.exec(language.trim())?.[1]?.toLowerCase();
  const author = byline === undefined ? "" : tidy(byline).slice(0, 200);
  return {
    ...rest,
    ...(words === "" ? {} : { heading: words }),
    ...(author === "" ? {} : { byline: author }),
    ...(code === undefined ? {} : { language: code }),
  };
}

function shown(heading: string, markup?: true): string {
  if (markup !== true || !/<\/?[a-z]|&[#a-z]/i.test(heading)) return tidy(heading);
  const body = parsePage(heading).querySelector("body");
  return body === null
    ? tidy(heading)
    : tidy(
        piecesOf(body)
          .map((piece) => piece.text)
          .join(" "),
      );
}

// A document as an answer names it: enough to cite it.
import { z } from "zod";
import { short } from "../../phrasing/index.ts";
import { LONGEST_ID, shown } from "./shown.ts";

/** The schema of a document that an answer cites. */
export const documentPartSchema = z
  .strictObject({
    id: z.string().describe("the document's id, as get_document takes it"),
    url: z.string().optional(),
    heading: z.string().optional().describe("its heading or, where it has none, how its text begins: data"),
    published: z.string().optional().describe("its day of publication; absent where it is not known"),
  })
  .meta({ id: "document" });

export type DocumentPart = z.infer<typeof documentPartSchema>;

/** What is asked of a document to cite it. */
interface Citable {
  readonly id: string;
  readonly url?: string;
  readonly heading?: string;
  /** How its text begins. */
  readonly title?: string;
  readonly text?: string;
  readonly published?: string | { readonly day: string };
}

const HEADING = 200;
const URL_LENGTH = 600;

/** A document to be cited. */
export function documentPart({ id, url, heading: own, title, text, published }: Citable): DocumentPart {
  const heading = own ?? title ?? firstLine(text);
  const day = typeof published === "object" ? published.day : published;
  return {
    id: short(id, LONGEST_ID),
    ...(url === undefined ? {} : { url: short(url, URL_LENGTH) }),
    ...(heading === undefined ? {} : { heading: short(heading, HEADING) }),
    ...(day === undefined ? {} : { published: day }),
  };
}

/** The first line of a text, by which people know it where it has no heading. */
function firstLine(text: string | undefined): string | undefined {
  const line = text?.trimStart().slice(0, HEADING).split("\n", 1)[0]?.trim();
  return line === "" ? undefined : line;
}

/** `Boats for Brazil (brief-7, https://…), 2030-05-06`. */
export function documentText({ id, url, heading, published }: DocumentPart): string {
  const names = [shown(id), ...(url === undefined || url === id ? [] : [shown(url)])].join(", ");
  const name = heading === undefined ? names : `${shown(heading)} (${names})`;
  return `${name}, ${published ?? "day unknown"}`;
}

// The libraries that take pages apart, loaded by the first page: a program whose pages go to a thread needs them there alone.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { parseHTML } from "linkedom";

/** What is used of them. */
export interface Library {
  readonly parseHTML: typeof parseHTML;
  /** By what is needed of it: its own types want a whole page of a browser's wherever those types are at hand. */
  readonly Readability: new <Element>(
    page: object,
    settings: { readonly keepClasses: boolean; readonly disableJSONLD: boolean; readonly serializer: (node: unknown) => Element },
  ) => { parse(): { readonly content?: Element | null | undefined } | null };
}

let loaded: Library | undefined;

/** The libraries. Loaded by `require`, because a parser that had to be awaited would make every document's making asynchronous. */
export function library(): Library {
  loaded ??= { ...(load("linkedom") as Pick<Library, "parseHTML">), ...(load("@mozilla/readability") as Pick<Library, "Readability">) };
  return loaded;
}

function load(name: string): unknown {
  return createRequire(import.meta.url)(fileURLToPath(import.meta.resolve(name)));
}

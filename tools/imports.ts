// Who imports whom, read off the import statements. The compiler's own API is not used: TypeScript 7 has none yet,
// and the house form of an import (double quotes, relative, ending in .ts) is regular enough for a pattern.
import { dirname, join } from "node:path/posix";
import type { SourceFile } from "./checkout.ts";

/** One file using another of the checkout; both paths are relative to its root. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

const STATEMENT = /^\s*(?:import|export)\s+(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;

const PARTS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** The text with every comment, and every string that opens with one of the quotes, blanked out; lines and columns stay. */
export function codeOf(text: string, quotes: string): string {
  return text.replaceAll(PARTS, (found) => (found.startsWith("/") || quotes.includes(found.charAt(0)) ? found.replaceAll(/[^\n]/g, " ") : found));
}

/** The line, from 1, on which an offset of the text lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The relative imports of one file, type-only ones included: they bind the parts together as well. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const code = codeOf(text, "'`");
  return [...code.matchAll(STATEMENT)].map((found) => {
    const target = found[1] ?? found[2] ?? "";
    return { from: path, to: join(dirname(path), target), line: lineAt(code, found.index + found[0].indexOf(target)) };
  });
}

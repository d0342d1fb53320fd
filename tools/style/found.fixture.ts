// Files that exist only in a test, so that a rule can be shown to find what it is for.
import { findingLine } from "../checkout.ts";
import type { Rule } from "./text.ts";

/** What a rule finds in files given as path and text. */
export function found(rule: Rule, files: Readonly<Record<string, string>>): readonly string[] {
  return rule(Object.entries(files).map(([path, text]) => ({ path, text }))).map(findingLine);
}

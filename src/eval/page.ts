// docs/figures.md is written by the parts of the evaluation, each its own section between two markers, so that
// running one part leaves the figures of the others as they were measured.
import { PactaError } from "../error.ts";

/** One part's section: `name` makes the markers, `body` is Markdown with its own heading. */
export interface Section {
  readonly name: string;
  readonly body: string;
}

/** The page before any part has written to it. */
export const EMPTY_PAGE =
  "# Figures\n\nEach section is written by the command that it names, with `--write`. Gold was coded by large language models that read\n" +
  "every item against the guideline in two full passes, without any label-guessing program; by no people.\n";

/** The page with the section put in the place of its older self, or at the end. Throws `PACTA_FIGURES_MARKERS` where a marker lacks its other half. */
export function withSection(page: string, { name, body }: Section): string {
  const [open, close] = [`<!-- eval:${name} -->`, `<!-- /eval:${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  const section = `${open}\n${body.trim()}\n${close}`;
  if (start < 0 && end < 0) return `${page.trimEnd()}\n\n${section}\n`;
  if (start < 0 || end < start)
    throw new PactaError(
      "PACTA_FIGURES_MARKERS",
      `the markers of section ${name} do not pair up`,
      "Put the markers back as the other sections have them",
    );
  return page.slice(0, start) + section + page.slice(end + close.length);
}

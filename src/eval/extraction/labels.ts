// Titles and days of publication of sixty of the pages, labelled from the pages' source by a coder who did not see what any
// extractor makes of them.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { resource } from "../../resources.ts";

const labels = z.array(z.strictObject({ file: z.string(), title: z.string().nullable(), published: z.iso.date().nullable() }));

/** What a page says of itself; null is a page that does not say it. */
export type Label = z.infer<typeof labels>[number];

/** The labels, by the names of the pages. */
export function loadLabels(file: string = resource("test", "extraction", "labels.json")): ReadonlyMap<string, Label> {
  return new Map(labels.parse(JSON.parse(readFileSync(file, "utf8"))).map((label) => [label.file, label]));
}

/** A title as it is compared: without case, punctuation and white space. */
export function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

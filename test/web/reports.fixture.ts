// Reports of our own for tests in which people read and decide.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const THANKS = "The Norwegian government thanked the Swedish prime minister.";
const PATROL = "Denmark may order three patrol boats from Sweden next year, the minister said.";

/** A report of a contract, whose second version tells of another number and another sum. */
export const FERRIES = [
  `Norway signed a contract with Sweden for two ferries worth 40 million euros on Friday. ${THANKS}\n\n${PATROL}`,
  `Norway signed a contract with Sweden for three ferries worth 60 million euros on Friday. ${THANKS}\n\n${PATROL}`,
] as const;

/** Words that a page must show and never run, with characters that turn and hide what stands beside them. */
export const HOSTILE = {
  id: "hostile <img src=x onerror=window.pwned=0>",
  url: "https://wire.example/?q='\"><script>window.pwned=1</script>",
  heading: "<img src=x onerror=window.pwned=2>",
  text: '<script>window.pwned=3</script> Norway signed a contract with Finland for <b onmouseover=window.pwned=4>icebreakers</b> on Friday.\n\nSweden agreed to buy \u202eradars\u202c from Norway\u200b, "><svg onload=window.pwned=5> said.',
  sources: ["<i onclick=window.pwned=6>x</i>"],
  tags: ["<u>"],
} as const;

const LINE = "Die Regierung in Oslo hat am Montag über den Haushalt beraten, und niemand hat etwas dagegen gesagt, weil es regnete.\n\n";

/** A text of a megabyte. Its language is not read, so that it comes into a ledger at once. */
export const LONG = `${LINE.repeat(9000)}Das war das Ende.`;

/** The reports in files, to be read one after the other; `close` is the caller's to remove the folder. */
export function reportFiles(): { readonly folder: string; readonly files: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "pacta-reports-"));
  const ferries = FERRIES.map((text) => ({ id: "ferries", date: "2024-03-01", text }));
  const lines = [[ferries[0], { ...HOSTILE, date: "2024-03-02" }, { id: "long", date: "2024-03-03", text: LONG }], [ferries[1]]];
  const files = lines.map((documents, n) => {
    const file = join(folder, `${n + 1}.jsonl`);
    writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
    return file;
  });
  return { folder, files };
}

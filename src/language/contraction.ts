// One written word may hold several: "don't" is do + n't, "Iran's" is Iran + 's, "cannot" is can + not.
import type { Lexicon } from "./lexicon.ts";

const CLITIC = /(?:n['’`]t|['’`](?:s|m|d|ll|ve|re))$/i;

/** The lengths of the words in a written word, in order; they sum to its length. */
export function partsOf(written: string, lexicon: Lexicon): readonly number[] {
  const listed = lexicon.fused.get(written.toLowerCase());
  if (listed !== undefined) return listed;
  const clitic = CLITIC.exec(written);
  if (clitic === null || clitic.index === 0 || /\d/.test(written[clitic.index - 1] ?? "")) return [written.length];
  return [...partsOf(written.slice(0, clitic.index), lexicon), clitic[0].length];
}

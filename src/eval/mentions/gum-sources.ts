// The recogniser of sources on GUM's attributions: cues, and the words that are told.
import { contains, overlaps, type Span } from "../../document/index.ts";
import { readConllu, textOf } from "../../language/index.ts";
import type { SourceMention } from "../../reading/index.ts";
import { resource } from "../../resources.ts";
import { corpusNames, readCorpus, readHeldBack } from "../language/index.ts";
import type { AnnotateAll, Bench, PlainDocument } from "../part.ts";
import { table } from "../table.ts";
import { sumOf, tallyCells } from "./count.ts";
import type { Tally } from "./count.ts";
import { gumAttributions, type GumAttribution } from "./gum-attribution.ts";

/** A document with GUM's attributions and the recogniser's. */
interface GumPair {
  readonly genre: string;
  readonly heldBack: boolean;
  readonly gold: readonly GumAttribution[];
  readonly found: readonly SourceMention[];
  readonly words: readonly Span[];
}

/** Verbs of thinking, wishing and perceiving, which GUM takes for attribution as it does verbs of saying. */
const THOUGHTS: ReadonlySet<string> = new Set(
  (
    "think know believe feel hope want wish guess suppose understand realize realise see hear find imagine expect remember decide determine discover learn mean doubt " +
    "fear suspect notice consider assume wonder forget prefer like love hate intend plan try seem appear look recognize recognise presume figure worry observe identify " +
    "let need ensure prove dream trust reckon perceive infer anticipate judge"
  ).split(" "),
);

/** A cue of saying: a verb that is none of thinking, or "according to"; a byline is none. */
function isSaying({ verbs, according }: GumAttribution): boolean {
  return according || (verbs.length > 0 && !verbs.some((lemma) => THOUGHTS.has(lemma)));
}

async function gumPairs({ shared, limit }: Bench, annotate: AnnotateAll): Promise<GumPair[]> {
  const heldBack = new Set(readHeldBack(resource("training", "held-back.json")).gum);
  const files = corpusNames(shared, "gum", "files").filter((file) => file.endsWith(".conllu.gz"));
  const documents = files.slice(0, limit).map((file) => {
    const name = file.slice("GUM_".length, -".conllu.gz".length);
    return { name, sentences: readConllu(readCorpus(shared, "gum", file), file) };
  });
  const found = await annotate(
    documents.map(({ name, sentences }): PlainDocument => {
      const date = sentences[0]?.comments.get("meta::dateCreated") ?? "";
      return { id: name, date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "2000-01-01", heading: undefined, text: textOf(sentences), sources: [] };
    }),
  );
  return documents.map(({ name, sentences }, i) => ({
    genre: name.split("_")[0] ?? "",
    heldBack: heldBack.has(name),
    gold: gumAttributions(sentences),
    found: (found[i]?.sources ?? []).filter(({ asks }) => asks !== true),
    words: found[i]?.analysis.sentences.flatMap(({ words }) => words) ?? [],
  }));
}

/** What counts in a pair: all attributions of gold, or some; what is found in the others is neither right nor wrong. */
type Choice = (attribution: GumAttribution) => boolean;

/** Each segment takes one cue that stands in it. `tells` may ask more of the pair. */
function tallyOfCues({ gold, found }: GumPair, choice: Choice, tells: (gold: GumAttribution, found: SourceMention) => boolean): Tally {
  const cues = distinctCues(found).filter(({ cueSpan }) => !gold.some((one) => !choice(one) && isIn(cueSpan, one.segment)));
  const open = new Set(gold.filter(choice));
  const wanted = open.size;
  for (const source of cues) {
    const segment = [...open].find((one) => isIn(source.cueSpan, one.segment) && tells(one, source));
    if (segment !== undefined) open.delete(segment);
  }
  return { right: wanted - open.size, found: cues.length, wanted };
}

/** Two who say one thing share a cue. */
function distinctCues(found: readonly SourceMention[]): SourceMention[] {
  const byPlace = Map.groupBy(found, ({ cueSpan }) => cueSpan?.start);
  return [...byPlace].flatMap(([place, [first]]) => (place === undefined || first === undefined ? [] : [first]));
}

function isIn(span: Span | undefined, words: readonly Span[]): boolean {
  return span !== undefined && words.some((word) => overlaps(word, span));
}

function tallyOfWords({ gold, found, words }: GumPair, choice: Choice): Tally {
  const told = words.map((word) => gold.some((one) => choice(one) && isIn(word, one.content)));
  const open = words.map((word) => gold.some((one) => !choice(one) && isIn(word, one.content)));
  const said = words.map((word) => found.some((one) => contains(one.content, word) && !(one.cueSpan && overlaps(one.cueSpan, word))));
  const counted = said.map((is, i) => is && (told[i] === true || open[i] !== true));
  return { right: told.filter((is, i) => is && said[i] === true).length, found: counted.filter(Boolean).length, wanted: told.filter(Boolean).length };
}

function rowsOf(pairs: readonly GumPair[], choice: Choice): string[][] {
  const genres = [...new Set(pairs.map(({ genre }) => genre))].sort();
  const sets: (readonly [string, readonly GumPair[]])[] = [
    ["all", pairs],
    ["held back from training", pairs.filter(({ heldBack }) => heldBack)],
    ...genres.map((genre) => [genre, pairs.filter((pair) => pair.genre === genre)] as const),
  ];
  return sets.map(([name, chosen]) => {
    const [p = "", r = "", f1 = "", n = ""] = tallyCells(sumOf(chosen.map((pair) => tallyOfCues(pair, choice, () => true))));
    const told = tallyCells(sumOf(chosen.map((pair) => tallyOfCues(pair, choice, (one, source) => isIn(source.content, one.content)))));
    const [wp = "", wr = "", wf = "", words = ""] = tallyCells(sumOf(chosen.map((pair) => tallyOfWords(pair, choice))));
    return [name, p, r, f1, told[2] ?? "", n, wp, wr, wf, words];
  });
}

/** The section on GUM. */
export async function gumReport(bench: Bench, annotate: AnnotateAll): Promise<string> {
  const pairs = await gumPairs(bench, annotate);
  const head = ["P", "R", "F1", "F1, cue and what is told", "n", "words told, P", "R", "F1", "words"];
  return `### GUM

Attributions in the rhetorical trees of ${pairs.length} documents, read from their text. A cue of ours is right where it stands in a segment that GUM gives as an attribution, each segment once; and what is told where the two overlap besides. Words told are counted over each document, a word once however deep it is told. GUM takes thoughts ("I think", "we know") for attributions; the recogniser looks for what is said, so the second table leaves out segments with a verb of thinking and bylines, and what is found in them. The recogniser gives nobody where it cannot tell whom a pronoun stands for ("I said"), and its requests ("urged it to sign") are left out.

${table(
  ["all attributions", ...head],
  rowsOf(pairs, () => true),
)}

${table(["of saying alone", ...head], rowsOf(pairs, isSaying))}`;
}

// Bodies that are spoken of by what they are: "the Polish miner" is the company that the text has just named.
import { overlaps, type Span } from "../../document/index.ts";
import { dependents, headOfSpan, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";

/** A body by its name, and where that stands. */
interface Body {
  readonly name: string;
  readonly span: Span;
}

/** How far back a body is looked for that a noun describes. */
const DESCRIBED_WITHIN = 2;

/** "Arex has settled with Chad, the Polish miner said": the body that the noun describes, by its state or else the nearest that acts. */
export function describedBody(scene: Scene, described: ReadonlySet<string>, s: number, head: number): Body | undefined {
  const sentence = scene.sentences[s];
  if (sentence === undefined) return undefined;
  const { tree, partyAt } = sentence;
  const { upos, xpos, lemma, start } = wordAt(tree, head);
  const definite = dependents(tree, head, "det").some((d) => /^the$/i.test(wordAt(tree, d).form));
  const beside = dependents(tree, head, "amod", "compound");
  const owned = dependents(tree, head, "nmod", "nmod:poss", "appos").length > 0 || beside.some((c) => wordAt(tree, c).upos === "PROPN");
  if (upos !== "NOUN" || xpos !== "NN" || !definite || owned || partyAt[head] !== undefined || !described.has(lemma.toLowerCase())) return undefined;
  const state = beside.map((c) => partyAt[c]).find((mention) => mention?.form === "demonym");
  for (let at = s; at >= Math.max(0, s - DESCRIBED_WITHIN); at--) {
    const bodies = bodiesNamed(scene.text, scene.sentences[at], at === s ? start : Infinity);
    const own = state && bodies.find((body) => body.states.has(state.id ?? state.name) || body.name.includes(state.name));
    const chosen = own ?? bodies.find(({ acts }) => acts) ?? (bodies.length === 1 ? bodies[0] : undefined);
    if (chosen) return { name: chosen.name, span: chosen.span };
  }
  return undefined;
}

interface NamedBody extends Body {
  /** States that it belongs to or that stand in its phrase. */
  readonly states: ReadonlySet<string>;
  readonly acts: boolean;
}

/** Companies, groups and organisations that a sentence names before a place. */
function bodiesNamed(text: string, sentence: SceneSentence | undefined, before: number): NamedBody[] {
  if (sentence === undefined) return [];
  const { tree, parties, partyAt } = sentence;
  const unlisted = tree.sentence.names.filter(({ type, start, end }) => type === "ORG" && !parties.some((m) => overlaps(m, { start, end })));
  const listed = parties.filter(({ kind, form }) => BODIES.has(kind) && form === "name");
  return [...listed, ...unlisted]
    .filter(({ end }) => end <= before)
    .toSorted((a, b) => a.start - b.start)
    .map((span) => {
      const head = headOfSpan(tree, span);
      const around = subtree(tree, head).flatMap((i) => partyAt[i]?.id ?? []);
      const own = "state" in span && span.state !== undefined ? [span.state] : [];
      const name = text.slice(span.start, span.end);
      return { name, span: { start: span.start, end: span.end }, states: new Set([...around, ...own]), acts: isActing(tree, head) };
    });
}

/** "Arex has settled", "the miner Arex has settled". */
function isActing(tree: Tree, head: number): boolean {
  const { relation, head: above } = wordAt(tree, head);
  return relation === "nsubj" || (["appos", "flat", "conj"].includes(relation) && above >= 0 && wordAt(tree, above).relation === "nsubj");
}

const BODIES: ReadonlySet<string> = new Set(["company", "group", "organisation", "court"]);

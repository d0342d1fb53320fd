// Quotations that go on over sentences and paragraphs: which sentences stand, at their end or beginning, inside one.
import type { Scene } from "../scene/index.ts";
import type { Attribution } from "./attribution.ts";

/** How a sentence stands to quotation marks: open at its beginning, open at its end, and whether a mark opens it. */
interface Quoted {
  readonly before: boolean;
  readonly after: boolean;
  readonly opened: boolean;
}

const MARK = /[“”"]/gu;

/** For each sentence of a document, how it stands to quotation marks. A quotation ends with its paragraph unless the next opens with a mark. */
function quotedSentences({ sentences, text }: Scene): readonly Quoted[] {
  let open = false;
  let block = -1;
  return sentences.map(({ tree: { sentence } }) => {
    const own = text.slice(sentence.start, sentence.end);
    const opened = /^\s*[“"]/u.test(own);
    if (sentence.block !== block) open = false;
    block = sentence.block;
    const before = open;
    for (const [mark] of own.matchAll(MARK)) open = mark === "“" ? true : mark === "”" ? false : !open;
    return { before, after: open, opened };
  });
}

/** Each sentence's attributions, and those of a quotation that goes on over sentences without one of their own. */
export function continued(scene: Scene, said: readonly (readonly Attribution[])[]): (readonly Attribution[])[] {
  const quoted = quotedSentences(scene);
  const carried = said.map((own) => [...own]);
  for (const [s, own] of carried.entries()) {
    const last = own.length === 0 && goesOn(quoted[s]) ? speakerBefore(scene, quoted, carried, s) : undefined;
    if (last !== undefined) own.push(...carry(scene, s, last));
  }
  for (const [s, own] of [...carried.entries()].toReversed()) {
    const next = carried[s + 1]?.find(({ content }) => content.has(0) || content.has(1));
    if (own.length === 0 && next !== undefined && quoted[s]?.after === true) own.push(...carry(scene, s, next));
  }
  return carried;
}

function goesOn(quoted: Quoted | undefined): boolean {
  return quoted !== undefined && (quoted.before || quoted.opened);
}

/** Who spoke in the sentence before; sentences of the quotation that were not analysed are passed over. */
function speakerBefore(
  { sentences }: Scene,
  quoted: readonly Quoted[],
  carried: readonly (readonly Attribution[])[],
  s: number,
): Attribution | undefined {
  let at = s - 1;
  while (at > 0 && sentences[at]?.tree.words.length === 0 && goesOn(quoted[at])) at -= 1;
  return carried[at]?.findLast(({ asks }) => asks !== true);
}

/** The same speaker over the words of another sentence, as far as they are quoted. */
function carry(scene: Scene, s: number, speaker: Attribution): Attribution[] {
  const words = scene.sentences[s]?.tree.words ?? [];
  const close = words.findIndex((w, i) => i > 0 && /^[”"]$/u.test(w.form));
  const open = words.findIndex((w) => /^[“"]$/u.test(w.form));
  const from = open > 0 ? open : 0;
  const content = words.slice(from, close > from ? close + 1 : undefined).map((w) => w.index);
  return content.length === 0 ? [] : [{ ...speaker, sentence: s, cueIndex: -1, content: new Set(content), depth: 0 }];
}

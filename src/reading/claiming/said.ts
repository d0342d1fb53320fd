// Who says that an act is done, and who asks for one that is demanded.
import type { Match } from "../act/index.ts";
import type { Source } from "../claim.ts";
import { ancestors, caseOf, conjuncts, dependents, isPassive, markOf, surfaceSubject, wordAt, type Tree } from "../grammar/index.ts";
import { partyKey, type Resolver } from "../coreference/index.ts";
import type { Presentation } from "../mode/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Attribution } from "../source/index.ts";
import type { Placed } from "./draft.ts";

/** What finding sources needs: the attributions of the sentence, and whom its phrases stand for. */
interface Saying {
  readonly resolver: Resolver;
  readonly attributions: readonly Attribution[];
}

/** Acts whose announcing, asking or condemning is the act itself, and no source of it. */
const DONE_BY_SAYING = new Set(["object", "demand", "threaten", "propose", "agree", "rule"]);

/** Who says so, innermost first; who asks for an act that is demanded is its source too. */
export function sourcesOf(sentence: SceneSentence, s: number, match: Match, presentation: Presentation, context: Saying): Placed<Source>[] {
  const said = context.attributions
    .filter((a) => a.sentence === s && a.asks !== true && answersFor(a, match, sentence.tree) && !isOwnProtest(a, match, presentation))
    .sort((a, b) => b.depth - a.depth)
    .map((a) => ({ value: a.source, span: a.span }));
  const asked = presentation.asked;
  const told = context.attributions
    .filter((a) => a.sentence === s && a.asks === true && a.cueIndex === asked)
    .map((a) => ({ value: a.source, span: a.span }));
  const asker = asked === undefined ? [] : told.length > 0 ? told : askers(sentence, s, asked, match, context);
  return [...asker, ...said];
}

/** Who says the act, and who announces one that is not done by saying it: "announced sanctions". Circumstances told before the cue are told by the speaker. */
function answersFor({ cueIndex, content }: Attribution, { trigger, frame }: Match, tree: Tree): boolean {
  if (cueIndex !== trigger) return content.has(trigger) && (cueIndex > trigger || !isCircumstance(tree, trigger, content));
  return !DONE_BY_SAYING.has(frame.act) || wordAt(tree, trigger).lemma.toLowerCase() === "confirm";
}

/** "Norway says it opposes the ban": to say so is to oppose it. */
function isOwnProtest({ source }: Attribution, { frame, actors }: Match, { mode }: Presentation): boolean {
  return frame.act === "object" && mode === "actual" && actors.some(({ party }) => (party.via ?? party.name) === source.name);
}

const CIRCUMSTANCE = new Set(["after", "before", "as", "while", "when"]);

/** "announced that it would leave after Chad rejected talks": the text itself tells of the circumstances. */
function isCircumstance(tree: Tree, trigger: number, content: ReadonlySet<number>): boolean {
  return ancestors(tree, trigger).some((at) => {
    const { relation, head } = wordAt(tree, at);
    const marker = markOf(tree, at) ?? caseOf(tree, at) ?? "";
    return content.has(at) && content.has(head) && relation === "advcl" && CIRCUMSTANCE.has(marker);
  });
}

/** Who asks; nobody asks himself ("has yet to pay"); of a passive whoever stands behind "by": "was told to halt" names nobody. */
function askers(sentence: SceneSentence, s: number, verb: number, { actors }: Match, context: Saying): Placed<Source>[] {
  const { tree } = sentence;
  const own = new Set(actors.map(({ party }) => partyKey(party)));
  const asking = isPassive(tree, verb) ? dependents(tree, verb, "obl").filter((c) => caseOf(tree, c) === "by") : surfaceSubject(tree, verb, 3);
  const heads = asking.flatMap((h) => conjuncts(tree, h));
  return [...new Set(heads)].flatMap((head) => {
    const [reference] = context.resolver.resolve(s, head);
    if (!reference || own.has(partyKey(reference.party))) return [];
    return [{ value: { name: reference.party.via ?? reference.party.name, cue: wordAt(tree, verb).form }, span: reference.span }];
  });
}

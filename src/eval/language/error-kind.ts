// Wrong arcs by what they are about, told by the relation that gold has. A reader of figures wants to know whether it is the
// phrases, the coordinations or the clauses that go wrong, since each hurts another slot of a claim.
import type { Row } from "../../language/index.ts";

const KINDS: readonly (readonly [string, RegExp])[] = [
  ["root", /^root$/],
  ["names (appos flat compound nmod:desc)", /^(?:appos|flat|compound|nmod:desc)(?::|$)/],
  ["phrases (obl nmod)", /^(?:obl|nmod)(?::|$)/],
  ["coordination (conj cc)", /^(?:conj|cc)(?::|$)/],
  ["roles (nsubj csubj obj iobj expl)", /^(?:nsubj|csubj|obj|iobj|expl)(?::|$)/],
  ["clauses (acl advcl ccomp xcomp parataxis)", /^(?:acl|advcl|ccomp|xcomp|parataxis)(?::|$)/],
  ["modifiers (advmod amod)", /^(?:advmod|amod)(?::|$)/],
  ["auxiliaries (aux cop)", /^(?:aux|cop)(?::|$)/],
  ["punctuation", /^punct$/],
];

/** Every kind, in the order of the report. */
export const ERROR_KINDS: readonly string[] = [...KINDS.map(([name]) => name), "others (case det mark nummod …)"];

/** The kind that a gold relation belongs to. */
export function errorKind(relation: string): string {
  return KINDS.find(([, pattern]) => pattern.test(relation))?.[0] ?? ERROR_KINDS.at(-1) ?? "";
}

/** A kind's gold words and the wrong ones among them; `examples` tell sentence and word (from 1) and what was read for what. */
export interface KindCount {
  readonly kind: string;
  readonly words: number;
  readonly heads: number;
  readonly labels: number;
  readonly examples: readonly string[];
}

/** One wrong word: its sentence, its place, gold's row and the system's. */
interface Fault {
  readonly kind: string;
  readonly head: boolean;
  readonly example: string;
}

/** Counts wrong arcs over sentences of the same words. A right head with a wrong relation (subtype left out) is a label fault. */
export function countKinds(gold: readonly (readonly Row[])[], system: readonly (readonly Row[])[]): KindCount[] {
  const words = Map.groupBy(gold.flat(), ({ relation = "" }) => errorKind(relation));
  const faults = gold.flatMap((rows, i) => rows.flatMap((row, k) => faultOf(row, system[i]?.[k], `${i + 1}: ${k + 1}`)));
  return ERROR_KINDS.map((kind) => {
    const own = faults.filter((fault) => fault.kind === kind);
    const heads = own.filter(({ head }) => head).length;
    const examples = own.slice(0, 2).map(({ example }) => example);
    return { kind, words: words.get(kind)?.length ?? 0, heads, labels: own.length - heads, examples };
  });
}

function faultOf(gold: Row, system: Row | undefined, place: string): Fault[] {
  const [wanted, given] = [gold.relation ?? "", system?.relation ?? ""];
  const head = gold.head !== system?.head;
  if (!head && universal(wanted) === universal(given)) return [];
  const change = head ? `${numberOf(system?.head)} for ${numberOf(gold.head)}` : `${given} for ${wanted}`;
  return [{ kind: errorKind(wanted), head, example: `${place}, ${change}` }];
}

function universal(relation: string): string {
  return relation.split(":")[0] ?? "";
}

function numberOf(head: number | undefined): string {
  return head === undefined ? "none" : String(head + 1);
}

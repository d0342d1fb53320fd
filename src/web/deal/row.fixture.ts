// Deals and rows of their lives for tests: what a test does not say is the plainest that it can be.
import type { Forms } from "../asking/index.ts";

type Row = Forms["LifeRow"];

/** A row that a document of its own tells; `published` is its document's day, `id` stands for claim and document. */
export function rowOf({ id = "a", published, ...told }: Partial<Row> & { readonly id?: string; readonly published?: string }): Row {
  return {
    when: {},
    act: "sign",
    mode: "actual",
    negated: false,
    actors: [],
    targets: [],
    items: [],
    money: [],
    words: `the words of ${id}`,
    sources: [],
    document: { id: `document-${id}`, ...(published === undefined ? {} : { published }) },
    claim: id,
    part: "opens",
    why: [],
    confidence: 1,
    state: "none",
    dispute: "none",
    moved: false,
    ...told,
  };
}

/** A deal of these rows. */
export function dealOf(life: readonly Row[], more: Partial<Forms["Deal"]> = {}): Forms["Deal"] {
  return {
    id: "deal-1",
    name: "A deal",
    parties: [],
    object: null,
    items: [],
    documents: [],
    state: life.at(-1)?.state ?? "none",
    dispute: life.at(-1)?.dispute ?? "none",
    since: {},
    claims: life.map(({ claim }) => claim),
    conflicts: [],
    kind: "transfer",
    validity: [],
    life: [...life],
    sides: {},
    ...more,
  };
}

/** Conflicts in these slots. */
export function conflictsIn(...slots: readonly string[]): Forms["Conflict"][] {
  return slots.map((slot) => ({ slot, claims: [], shown: "" }));
}

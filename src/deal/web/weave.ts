// Weaves documents into the web: their knots are placed, and whatever looks at a knot that changed is placed again, in canonical order, until
// nothing changes. The web is then what it would be had all documents come in that order at once.
import type { DealKnowledge } from "../knowledge.ts";
import type { Knot } from "../knot.ts";
import { foundUnder, looksUnder, placementOf } from "../link.ts";
import type { Placed } from "../link.ts";
import { tiedTo } from "../tie.ts";
import { writeKnot, writePlacement } from "./write.ts";
import type { Entered, Web } from "./web.ts";

/** A document as it is now: its id and its knots, none where nothing is told of any undertaking. */
export interface Woven {
  readonly id: string;
  readonly knots: readonly Knot[];
}

/** Weaves documents in and gives the roots of all undertakings that lost, gained or changed a knot. */
export async function weave(web: Web, documents: readonly Woven[], knowledge: DealKnowledge): Promise<ReadonlySet<string>> {
  const weaver = new Weaver(web, knowledge);
  for (const document of documents) await weaver.renew(document);
  await weaver.settle();
  return weaver.roots;
}

class Weaver {
  readonly roots = new Set<string>();
  readonly #web: Web;
  readonly #knowledge: DealKnowledge;
  /** Knots to be placed, by key; undefined for one that stands and is to be looked at again. */
  readonly #due = new Map<string, Knot | undefined>();

  constructor(web: Web, knowledge: DealKnowledge) {
    this.#web = web;
    this.#knowledge = knowledge;
  }

  /** Takes out the knots that a document no longer has, and notes those that are new or others. */
  async renew({ id, knots }: Woven): Promise<void> {
    const standing = new Map((await this.#web.ofDocument(id)).map((entered) => [entered.placed.key, entered]));
    for (const knot of knots) {
      const known = standing.get(knot.key);
      standing.delete(knot.key);
      if (known === undefined || writeKnot(known.placed) !== writeKnot(knot)) this.#due.set(knot.key, knot);
    }
    for (const gone of standing.values()) await this.#drop(gone);
  }

  async #drop({ placed, found }: Entered): Promise<void> {
    await this.#web.remove(placed.key);
    this.#due.delete(placed.key);
    this.roots.add(placed.placement.root);
    await this.#wake(found, placed.key);
    await this.#wakeTied(placed);
  }

  async #wakeTied(placed: Placed): Promise<void> {
    for (const other of await this.#tied(placed, (key) => key > placed.key)) if (!this.#due.has(other.key)) this.#due.set(other.key, undefined);
  }

  async #wake(names: readonly string[], at: string): Promise<void> {
    for (const key of await this.#web.watchers(names, at)) if (!this.#due.has(key)) this.#due.set(key, undefined);
  }

  /** Places what is due, the earliest first: what a knot changes stands after it. */
  async settle(): Promise<void> {
    for (let key = this.#earliest(); key !== undefined; key = this.#earliest()) {
      const fresh = this.#due.get(key);
      this.#due.delete(key);
      await this.#place(key, fresh);
    }
  }

  #earliest(): string | undefined {
    let first: string | undefined;
    for (const key of this.#due.keys()) if (first === undefined || key < first) first = key;
    return first;
  }

  async #place(key: string, fresh: Knot | undefined): Promise<void> {
    const standing = (await this.#web.get([key])).get(key);
    const knot = fresh ?? standing?.placed;
    if (knot === undefined) return;
    const looks = looksUnder(knot, this.#knowledge);
    const near = await this.#web.near(looks, key);
    const older = [...(await this.#web.get(knot.older)).values()].map(({ placed }) => placed);
    const before = await this.#tied(knot, (other) => other < key);
    const tied = { joined: tiedTo(knot, "join", before), apart: tiedTo(knot, "split", before) };
    const placed = { ...knot, placement: placementOf(knot, near, older, this.#knowledge, tied) };
    const entered = { placed, found: foundUnder(placed, this.#knowledge), looks };
    const same = standing !== undefined && writePlacement(standing.placed.placement) === writePlacement(placed.placement);
    if (same && fresh === undefined) return;
    await this.#web.put(entered);
    this.roots.add(placed.placement.root);
    if (standing !== undefined) this.roots.add(standing.placed.placement.root);
    if (same && fresh !== undefined && standing.found.join("\n") === entered.found.join("\n")) return;
    await this.#wake([...new Set([...(standing?.found ?? []), ...entered.found])], key);
    await this.#wakeYounger(placed.document.id, key);
    await this.#wakeTied(placed);
  }

  /** The knots of the documents that a knot is tied to. */
  async #tied({ ties }: Knot, keep: (key: string) => boolean): Promise<readonly Placed[]> {
    const documents = [...new Set(ties.map(({ document }) => document))].sort();
    const knots: Placed[] = [];
    for (const id of documents) for (const { placed } of await this.#web.ofDocument(id)) if (keep(placed.key)) knots.push(placed);
    return knots;
  }

  /** Knots of the same document that are told beside this one as older. */
  async #wakeYounger(document: string, key: string): Promise<void> {
    for (const { placed } of await this.#web.ofDocument(document))
      if (placed.older.includes(key) && !this.#due.has(placed.key)) this.#due.set(placed.key, undefined);
  }
}

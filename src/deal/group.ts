// What the knots of one undertaking are together: a deal, or claims that wait for one.
import type { Attachment, Deal, Waiting } from "./deal.ts";
import { dealId, kindOf } from "./identity.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { rootOf, rowOf } from "./link.ts";
import type { Placed } from "./link.ts";
import type { Profile } from "./profile.ts";
import { compareMembers } from "./order.ts";

/** What a deal takes from a knot: what it tells, where it stands, and whether what is known there has a name of its own. */
export type Telling = Pick<Placed, "document" | "family" | "links" | "mentions"> & {
  readonly placement: Omit<Placed["placement"], "profile">;
  readonly isNamed: boolean;
};

/** What a deal takes from this knot. */
export function tellingOf({ document, family, links, mentions, placement: { profile, ...placement } }: Placed): Telling {
  return { document, family, links, mentions, placement, isNamed: hasName(profile) };
}

/** Whether a profile holds a name, an acronym or a type. */
export function hasName({ subject: { names, acronyms, designations } }: Profile): boolean {
  return names.size + acronyms.size + designations.size > 0;
}

/** The members that knots bring, in canonical order. */
function membersOf(knots: readonly Telling[]): Attachment[] {
  const all = knots.flatMap(({ links, document, placement: { ground } }) =>
    links.map(({ claim, part, reasons, confidence, when, term, pins }): Attachment => {
      const why = [...new Set([...reasons, ...(ground?.reasons ?? [])])];
      return {
        member: { claim, document },
        part,
        when,
        why,
        confidence: Math.min(confidence, ground?.confidence ?? 1),
        ...(term === undefined ? {} : { term }),
        ...(pins === undefined ? {} : { pins }),
      };
    }),
  );
  return all.sort((a, b) => compareMembers(a.member, b.member));
}

function mentionsOf(knots: readonly Telling[]): Deal["mentions"] {
  return knots.flatMap(({ document, mentions }) => mentions.map(({ start, end }) => ({ document, start, end })));
}

/** A deal of that id and kind with what some knots of its root tell. */
export function dealAs({ id, kind }: Pick<Deal, "id" | "kind">, root: string, knots: readonly Telling[]): Deal {
  const known = rowOf(root);
  return { id, kind, members: membersOf(knots), mentions: mentionsOf(knots), ...(known === undefined ? {} : { known }) };
}

/** The deal that the knots of one root make; undefined where they make none. What it succeeds is left to who knows the other roots: see `elderRoots`. */
export function dealOf(knots: readonly Telling[], knowledge: DealKnowledge): Deal | undefined {
  const [first] = knots;
  if (first === undefined) return undefined;
  const members = membersOf(knots);
  const mentions = mentionsOf(knots);
  const known = rowOf(first.placement.root);
  const row = known === undefined ? undefined : knowledge.known.rows.get(known);
  if (known !== undefined && row !== undefined) return { id: `deal-${known}`, kind: row.kind, members, mentions, known };
  const kind = kindOf(
    members,
    first.family === "measure",
    knots.some(({ isNamed }) => isNamed),
    knowledge,
  );
  return kind === undefined ? undefined : { id: dealId(kind, members, knowledge.words.keys), kind, members, mentions };
}

/** Roots of the undertakings that the knots of one are told to succeed; that which the catalogue says comes last. */
export function elderRoots(knots: readonly Telling[], { known }: DealKnowledge): readonly string[] {
  const root = knots[0]?.placement.root;
  const replaces = root === undefined ? undefined : known.rows.get(rowOf(root) ?? "")?.replaces;
  const told = knots.flatMap(({ placement }) => placement.elders);
  const listed = replaces === undefined || replaces === "" ? [] : [rootOf(replaces)];
  return [...new Set([...told.filter((elder) => !listed.includes(elder)), ...listed])].filter((elder) => elder !== root);
}

const WAITS: ReadonlySet<Attachment["part"]> = new Set(["opens", "joins", "disputes"]);

/** The claims of knots that make no deal, and why they wait. `dealAt` gives the id of the deal of a root. */
export function waitingOf(knots: readonly Telling[], dealAt: (root: string) => string | undefined): readonly Waiting[] {
  const unsure = knots.flatMap(({ placement }) => placement.unsure ?? []).find(({ root }) => dealAt(root) !== undefined);
  const deal = unsure === undefined ? undefined : dealAt(unsure.root);
  return membersOf(knots)
    .filter(({ part }) => WAITS.has(part))
    .map(({ member }): Waiting =>
      unsure === undefined || deal === undefined
        ? { member, reason: "no-deal", why: [], confidence: 0 }
        : { member, reason: "unsure", deal, why: unsure.reasons, confidence: unsure.confidence },
    );
}

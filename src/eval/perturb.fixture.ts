// Readings that differ from gold in every way that the scorer tells apart, made from a seed, so that two scorers
// can be held against each other on the same input.
import type { GoldClaim, GoldDocument } from "./gold.ts";
import type { ScoredDocument } from "./score.ts";
import type { ScoredClaim } from "./match.ts";

/** A generator of numbers in [0, 1): mulberry32, which gives the same row for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Change = (claim: GoldClaim, random: () => number) => ScoredClaim;

function shift(claim: GoldClaim, random: () => number): ScoredClaim {
  const { start, end } = claim.evidence;
  const [from, to] = [Math.floor((random() - 0.5) * 80), Math.floor((random() - 0.5) * 80)];
  const begin = Math.max(0, start + from);
  return { ...claim, evidence: { start: begin, end: Math.max(begin, end + to) } };
}

/** Each change breaks one slot or the match itself; names outside ASCII try the two regular expression engines. */
const CHANGES: readonly Change[] = [
  (claim) => claim,
  shift,
  (claim, random) => ({ ...shift(claim, random), tellings: [claim.evidence] }),
  (claim) => ({ ...claim, act: "agree" }),
  (claim) => ({ ...claim, actors: claim.targets ?? [], targets: claim.actors ?? [] }),
  (claim) => ({ ...claim, actors: (claim.actors ?? []).slice(1) }),
  (claim) => ({ ...claim, actors: [...(claim.actors ?? []), { name: "Société Générale d’Écrans_2" }, { name: "…" }] }),
  (claim) => ({ ...claim, mode: "planned", negated: !claim.negated }),
  (claim) => ({ ...claim, mode: undefined, time: { norm: "2015-01-20", basis: "none" } }),
  (claim) => ({ ...claim, money: (claim.money ?? []).map((money) => ({ ...money, amount: money.amount * 1.5 })) }),
  (claim) => ({ ...claim, money: [{ amount: 0.1, currency: "USD", kind: "value" }, ...(claim.money ?? [])] }),
  (claim) => ({ ...claim, items: [...(claim.items ?? []), { name: "missile S-300" }].reverse() }),
  (claim) => ({ ...claim, sources: (claim.sources ?? []).map((source) => ({ name: `Agence ${source.name} Übersee` })) }),
  (claim) => ({ ...claim, object: claim.reason, reason: claim.object, terms: [claim.place ?? "", "ten ships"] }),
];

function perturbClaim(claim: GoldClaim, random: () => number): readonly ScoredClaim[] {
  const pick = (): ScoredClaim => (CHANGES[Math.floor(random() * CHANGES.length)] ?? shift)(claim, random);
  const luck = random();
  return luck < 0.15 ? [] : luck < 0.75 ? [pick()] : [pick(), pick()];
}

/** A reading of each gold document: some documents are left out, some claims dropped, doubled, moved or changed. */
export function perturb(gold: readonly GoldDocument[], random: () => number): readonly ScoredDocument[] {
  return gold.flatMap(({ id, claims }) => {
    const strays = gold.flatMap((document) => (random() < 0.01 ? document.claims.slice(0, 1) : []));
    return random() < 0.1 ? [] : [{ id, claims: [...strays, ...claims.flatMap((claim) => perturbClaim(claim, random))] }];
  });
}

// The part that reads all of the Current Events corpus into claims in one run, beside what spaCy's small pipeline takes for a sample of
// it on the same cores, once before and once after, since a machine's speed drifts.
import type { Section } from "../src/eval/index.ts";
import { corpusLines, sample } from "./corpus.ts";
import { withContest, type Contest } from "./language/contest.ts";
import { allowedCores, canPin } from "./language/cores.ts";
import type { Outcome } from "./language/outcome.ts";
import type { Bench, Part } from "./part.ts";
import { findPeer } from "./peers/spacy.ts";

const SIZE = { full: { items: undefined, sample: 10_000 }, small: { items: 500, sample: 200 } };
const WARMING = 64;
const SEED = 98;

async function run({ shared, small, environment, print }: Bench): Promise<Section> {
  const size = small ? SIZE.small : SIZE.full;
  const lines = corpusLines(shared, size.items);
  const peer = await findPeer(environment);
  const cores = allowedCores().slice(0, 2);
  const common = { warming: lines.slice(0, WARMING), pin: canPin(), peer: peer.kind === "found" ? peer.command : undefined };
  const drawn = sample(lines, size.sample, SEED);
  const once = async (items: readonly string[], who: "read" | "peer"): Promise<Outcome | undefined> => {
    const contest: Contest = { ...common, items };
    return withContest(contest, async ({ runners }) => runners(cores).get(who)?.());
  };
  const before = await once(drawn, "peer");
  const ours = await once(lines, "read");
  const after = await once(drawn, "peer");
  if (!ours) throw new Error("the corpus was not read");
  const rate = (items: number, outcome: Outcome): number => items / outcome.seconds;
  const peers = [before, after].flatMap((outcome) => (outcome ? [rate(drawn.length, outcome)] : []));
  const mean = peers.reduce((sum, each) => sum + each, 0) / Math.max(1, peers.length);
  const beside =
    peers.length === 0
      ? "spaCy is not there."
      : `spaCy over ${figure(drawn.length)} of them, before and after: ${peers.map((each) => each.toFixed(0)).join(" and ")} items a second; ours is ${(rate(lines.length, ours) / mean).toFixed(2)} of their mean.`;
  const body = `## All of Current Events into claims

Printed by \`npm run bench -- corpus\`: ${figure(lines.length)} items read in one run on ${cores.length} cores in ${figure(Math.round(ours.seconds))} s, ${rate(lines.length, ours).toFixed(0)} items a second,
at most ${figure(Math.round(ours.memory))} MB with its workers, ${figure(ours.claims ?? 0)} claims. ${beside}`;
  print(body);
  return { name: "bench-corpus", body };
}

function figure(value: number): string {
  return value.toLocaleString("en-US");
}

/** `npm run bench -- corpus`. */
export const corpus: Part = { what: "all of Current Events into claims in one run, beside spaCy's rate", run };

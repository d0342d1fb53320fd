// Two processes that write to one ledger and weave its book at the same time: both get all that they acknowledged, in one order.
import type { DealKnowledge } from "../../src/deal/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import { startWriting } from "./writing.ts";

/** Lets two processes write `rounds` batches each, to a ledger that neither finds. */
export async function writeTogether(location: string, rounds: number, knowledge: DealKnowledge): Promise<Held> {
  const writers = ["x", "y"].map((name) => ({ name, writing: startWriting() }));
  await Promise.all(writers.map(({ writing }) => writing.until("ready")));
  for (const { name, writing } of writers) writing.tell({ location, name, from: 1, rounds, patience: 120_000, weaves: true, redacts: false });
  await Promise.all(writers.map(({ writing }) => writing.ended));
  const held = await heldIn(location, new Map(writers.map(({ name, writing }) => [name, writing.said()])), knowledge);
  const wrongs = writers.flatMap(({ name, writing }) =>
    writing.said().some((said) => "ended" in said) ? [] : [`${name} did not end: ${JSON.stringify(writing.said().at(-1))} ${writing.complaints()}`],
  );
  const wrongOrder = held.entries === held.acknowledged ? [] : [`${held.entries} entries for ${held.acknowledged} acknowledged`];
  return { ...held, wrongs: [...held.wrongs, ...wrongs, ...wrongOrder] };
}

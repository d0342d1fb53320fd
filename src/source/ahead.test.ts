// Addresses that are fetched before their turn.
import { expect, test } from "vitest";
import { fetchedAhead } from "./ahead.ts";
import type { FetchResult } from "./fetch/index.ts";

test("what ends the run is thrown when it is its turn, and is no rejection that nobody hears before", async () => {
  const slow = Promise.withResolvers<FetchResult>();
  const fetch = async (address: string): Promise<FetchResult> => {
    if (address.endsWith("slow")) return slow.promise;
    throw new Error(`the ledger is gone at ${address}`);
  };
  const seen: string[] = [];
  const all = (async () => {
    for await (const { path } of fetchedAhead(["https://a.example/slow", "https://a.example/2", "https://a.example/3"], { fetch })) seen.push(path);
  })();
  // Rejections that nobody has heard by the next turn of the loop end the process.
  await new Promise((resolve) => setTimeout(resolve, 5));
  slow.resolve({ kind: "fetched", url: "https://a.example/slow", redirects: [], validators: {}, bytes: new Uint8Array() });
  await expect(all).rejects.toThrow("the ledger is gone at https://a.example/2");
  expect(seen).toEqual(["https://a.example/slow"]);
});

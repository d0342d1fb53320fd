// The command line of the bench: which parts run, and which figures are kept.
import { expect, test } from "vitest";
import type { Part } from "./part.ts";
import { runBench, type Surroundings } from "./run.ts";

function surroundings(): { around: Surroundings; ran: string[]; written: string[]; parts: Record<string, Part> } {
  const [ran, written]: [string[], string[]] = [[], []];
  const around: Surroundings = {
    shared: "",
    environment: {},
    print: () => {},
    readPage: () => "# Figures\n",
    writePage: (page) => written.push(page),
  };
  const part = (name: string, kept: boolean): Part => ({
    what: name,
    run: async ({ small }) => {
      ran.push(small ? `${name} small` : name);
      return kept ? { name, body: `${name}: 211/s` } : undefined;
    },
  });
  return { around, ran, written, parts: { fast: part("fast", true), quiet: part("quiet", false) } };
}

test("every part runs when none is named", async () => {
  const { around, ran, parts } = surroundings();
  await runBench(["--small"], around, parts);
  expect(ran).toEqual(["fast small", "quiet small"]);
});

test("only the named part runs, and its figures are kept where asked", async () => {
  const { around, ran, written, parts } = surroundings();
  await runBench(["fast", "--write"], around, parts);
  expect(ran).toEqual(["fast"]);
  expect(written).toEqual(["# Figures\n\n<!-- eval:fast -->\nfast: 211/s\n<!-- /eval:fast -->\n"]);
});

test("a part without figures leaves the page alone", async () => {
  const { around, written, parts } = surroundings();
  await runBench(["quiet", "--write"], around, parts);
  expect(written).toEqual([]);
});

test.each([[["fast", "--small", "--write"]], [["slow"]]])("%j is refused as a wrong use before anything runs", async (args) => {
  const { around, ran, parts } = surroundings();
  await expect(runBench(args, around, parts)).rejects.toMatchObject({ code: "PACTA_USAGE" });
  expect(ran).toEqual([]);
});

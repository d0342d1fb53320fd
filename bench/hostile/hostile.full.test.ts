// Every hostile file ends as it must, in a process of its own: within five seconds and 300 MB, with the file behind it read.
import { expect, test } from "vitest";
import { FILES } from "./files.fixture.ts";
import { build, measured } from "./measured.ts";

const [SECONDS, MEGABYTES] = [5, 300];

test(
  "each hostile file ends in its code or in a bounded result, soon and in little memory, and the next one is read",
  { timeout: 900_000 },
  async () => {
    build();
    const beyond: string[] = [];
    for await (const { name, outcomes, expected, processor, memory } of measured(FILES)) {
      expect([name, ...outcomes]).toEqual([name, ...expected]);
      // Processor time, since a machine that is busy with other tests would make anything slow.
      if (processor > SECONDS || memory > MEGABYTES) beyond.push(`${name}: ${processor.toFixed(1)} s, ${memory.toFixed(0)} MB`);
    }
    expect(beyond).toEqual([]);
  },
);

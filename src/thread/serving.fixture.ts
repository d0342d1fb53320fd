// A thread for tests: it counts what it is asked, and does what it is told.
import { PactaError } from "../error.ts";
import { serve } from "./index.ts";

let asked = 0;

serve((question, data) => {
  asked += 1;
  switch (question) {
    case "forever":
      for (;;);
    case "pattern":
      return /^(a+)+$/.test(`${"a".repeat(40)}b`);
    case "memory":
      for (const all: unknown[] = []; ;) all.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
    case "end":
      process.exit(3);
    case "coded":
      throw new PactaError("PACTA_FEED_BROKEN", "no feed", "Fetch it", { line: 3 });
    default:
      return `${String(data)} ${String(question)} ${asked}`;
  }
});

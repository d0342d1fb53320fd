// Events as the standard writes them.
import { expect, test } from "vitest";
import { eventIn } from "./live.ts";

test("an event is read with its name and all lines of its data; what holds none is no event", () => {
  expect(eventIn('event: progress\ndata: {"done":\ndata: 3}')).toEqual({ name: "progress", data: { done: 3 } });
  expect(eventIn("data:[1]")).toEqual({ name: "message", data: [1] });
  expect([eventIn(": a comment"), eventIn("event: end")]).toEqual([undefined, undefined]);
});

// Every message shows something, and leads to a page of the desk alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { shownOf } from "./shown.ts";

test("a change leads to its deal, a digest to its watch", () => {
  const told = { id: "alert-1", kind: "change", watch: "watch-1", title: "Sale: signed → cancelled", text: "“Norland cancelled”" };
  expect(shownOf(JSON.stringify({ ...told, deal: "d/1" }))).toEqual({
    title: "Sale: signed → cancelled",
    body: "“Norland cancelled”",
    tag: "alert-1",
    path: "/deals/d%2F1",
  });
  expect(shownOf(JSON.stringify(told)).path).toBe("/watches/watch-1");
});

test("whatever comes, something is shown, and it leads nowhere else", () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(fc.string(), fc.json()), { nil: undefined }), (message) => {
      const { title, body, path } = shownOf(message);
      expect(title).not.toBe("");
      expect(body).not.toBe("");
      expect(new URL(path, "http://127.0.0.1/").origin).toBe("http://127.0.0.1");
    }),
  );
});

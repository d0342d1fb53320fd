// How tables come forward: only the steps that are missing run, and what is in the tables stays.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { z } from "zod";
import { schemaOf, statementsFrom } from "./forward.ts";
import { migrations } from "./schema.ts";

const meta = z.array(z.object({ key: z.string(), value: z.string() }));

test("older tables get the steps that they lack, with what is in them", () => {
  const file = new Database(":memory:");
  const metaOf = () => meta.parse(file.prepare("select key, value from meta").all());
  const first = migrations("sqlite");
  for (const statement of statementsFrom(0, first)) file.exec(statement);
  file.exec("insert into records values ('watch', 'w', '{}')");
  const more = [...first, ["alter table records add column note text not null default 'new'"]];
  for (const statement of statementsFrom(schemaOf(metaOf(), more.length), more)) file.exec(statement);
  expect(schemaOf(metaOf(), more.length)).toBe(first.length + 1);
  expect(file.prepare("select id, note from records").all()).toEqual([{ id: "w", note: "new" }]);
  expect(statementsFrom(more.length, more)).toEqual([]);
  expect(() => schemaOf(metaOf(), first.length)).toThrow(expect.objectContaining({ code: "PACTA_SETTINGS_NEWER" }));
  expect(() => schemaOf([], 1)).toThrow(expect.objectContaining({ code: "PACTA_SETTINGS_OTHER" }));
  file.close();
});

test("tokens of the first release get the roles that their rights come to", () => {
  const file = new Database(":memory:");
  const [first = [], ...more] = migrations("sqlite");
  for (const statement of first) file.exec(statement);
  file.exec("insert into tokens values ('a', 'h1', 'Ada', 'write', 'x', null, null, null), ('b', 'h2', 'Bo', 'read', 'x', null, null, null)");
  for (const statement of more.flat()) file.exec(statement);
  expect(file.prepare("select id, role from tokens order by id").all()).toEqual([
    { id: "a", role: "reviewer" },
    { id: "b", role: "reader" },
  ]);
  file.close();
});

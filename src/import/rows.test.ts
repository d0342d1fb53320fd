// What rows of a spreadsheet come to: documents whose cells back their claims, or coded errors with the line.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimSchema } from "../reading/index.ts";
import { resource } from "../resources.ts";
import { parseMap } from "./map.ts";
import { HEADER, MAP, rowsIn } from "./sheet.fixture.ts";

const SALE = "Q-70 for Norland,Sudia,Norland,Q-70 launchers,5,transfer,cancelled,2007,2010-09-22,800\n";

/** Each row in short: its line and acts, or its error's code, line and words. */
const short = (content: string, map = MAP): readonly unknown[] =>
  rowsIn(content, map).map((row) =>
    row.kind === "failure" ? [row.error.code, row.error.place.line, row.error.message] : [row.line, ...row.claims.map(({ act }) => act)],
  );

test("a row is a document of its cells, and every slot of its claims points at one", () => {
  const [row] = rowsIn(HEADER + SALE);
  if (row?.kind !== "row") throw new Error("the row cannot be told");
  const { text } = row.document;
  expect(row.document).toMatchObject({ kind: "spreadsheet", id: expect.stringMatching(/^sheet:register#[0-9a-f]{16}$/) });
  expect(row.document.published).toBeUndefined();
  expect(text.split("\n").slice(0, 3)).toEqual(["name: Q-70 for Norland", "from: Sudia", "to: Norland"]);
  const [order, cancel] = row.claims;
  expect(order).toMatchObject({
    act: "order",
    actors: [{ id: "NOR", name: "Norland" }],
    targets: [{ id: "SUD", name: "Sudia" }],
    object: "Q-70 for Norland",
    items: [{ name: "Q-70 launchers", quantity: 5 }],
    money: [{ amount: 800, currency: "USD", kind: "value", bound: "exact" }],
    time: { norm: "2007", basis: "stated" },
    evidence: { start: 0, end: text.length, quote: text },
  });
  const words = Object.fromEntries(Object.entries(order?.spans ?? {}).map(([slot, { start, end }]) => [slot, text.slice(start, end)]));
  expect(words).toEqual({
    "actors.0": "Norland",
    "targets.0": "Sudia",
    "items.0": "Q-70 launchers",
    "money.0": "800",
    object: "Q-70 for Norland",
    time: "2007",
  });
  expect(cancel).toMatchObject({ act: "cancel", actors: [], targets: [{ id: "SUD" }, { id: "NOR" }], money: [], time: { norm: "2010-09-22" } });
  for (const claim of row.claims) expect(() => claimSchema.parse({ ...claim, id: "x", rule: "person:Ada", confidence: 1 })).not.toThrow();
});

test("lines are counted over cells with line breaks, empty lines and either line end", () => {
  const content = `\ufeff${HEADER}"Q-70\r\nfor Norland",Sudia,Norland,,,transfer,agreed,,,\r\n\r\n,,,\nSecond,Sudia,Norland,,,transfer,agreed,,,\rbad,,,,,transfer,agreed,,,`;
  expect(short(content)).toEqual([
    [2, "order"],
    [6, "order"],
    ["PACTA_IMPORT_ROW", 7, "the row tells no party"],
  ]);
});

describe("a row that cannot be told is a coded error with its line:", () => {
  const row = (changes: Readonly<Record<string, string>>): string => {
    const cells = {
      name: "N",
      from: "Sudia",
      to: "Norland",
      items: "",
      quantity: "",
      kind: "transfer",
      state: "agreed",
      day: "",
      "state-day": "",
      amount: "",
    };
    return HEADER + Object.values({ ...cells, ...changes }).join(",");
  };
  test.for([
    [{ name: "" }, "the row has no name"],
    [{ from: "" }, "a transfer needs both sides"],
    [{ kind: "barter" }, '"barter" is no kind of a deal'],
    [{ state: "asleep" }, '"asleep" is no state of a deal of kind transfer'],
    [{ kind: "agreement", state: "fulfilled" }, '"fulfilled" is no state of a deal of kind agreement'],
    [{ kind: "" }, "the row tells no kind"],
    [{ state: "" }, "the row tells no state"],
    [{ state: "fulfilled", items: "launchers" }, "what is fulfilled needs a quantity"],
    [{ quantity: "5" }, "the row has 0 goods and 1 quantities"],
    [{ items: "a;b", quantity: "5" }, "the row has 2 goods and 1 quantities"],
    [{ items: "a", quantity: "some" }, '"some" is no number'],
    [{ amount: "1.2.3" }, '"1.2.3" is no number'],
    [{ day: "2015-02-30" }, '"2015-02-30" is no day of the calendar'],
    [{ day: "soon" }, '"soon" is no day of the calendar'],
    [{ amount: "1,surplus" }, "the row has 11 cells, and there are 10 columns"],
    [{ name: "a\u0000b" }, "a cell holds half of a surrogate pair or a zero byte"],
  ] as const)("%j", ([changes, what]) => {
    expect(short(row(changes))).toEqual([["PACTA_IMPORT_ROW", 2, what]]);
  });

  test("the same row again", () => {
    expect(short(`${HEADER}${SALE}${SALE}`).at(-1)).toEqual(["PACTA_IMPORT_ROW", 3, "it is the same row as in line 2"]);
  });
});

test("a file that is no table is refused as a whole", () => {
  expect(() => rowsIn(`${HEADER}"open,Sudia`)).toThrow(
    expect.objectContaining({ code: "PACTA_IMPORT_CSV", place: { source: "register.csv", line: 2 } }),
  );
  expect(() => rowsIn("name,from\nN,Sudia\n")).toThrow(
    expect.objectContaining({ code: "PACTA_IMPORT_COLUMN", message: 'there is no column "to" for to' }),
  );
  expect(() => rowsIn("name,name\n")).toThrow(expect.objectContaining({ code: "PACTA_IMPORT_COLUMN" }));
  expect(() => rowsIn("")).toThrow(expect.objectContaining({ code: "PACTA_IMPORT_COLUMN" }));
});

test("a map says what cells mean, how numbers and days are written, and what a row keeps", () => {
  const map = `sheet: fleet
columns: { id: Ref, name: Deal, parties: Parties, kind: Type, state: Status, day: Signed, amount: Worth, currency: In, items: Goods, quantity: Count, known: Seen }
kinds: { Contract: agreement }
states: { running: in-force }
parties: { The North: NOR }
times: 1000000
decimal: ","
days: D.M.YYYY
delimiter: ";"
between: "/"
`;
  const content =
    "Ref;Deal;Parties;Type;Status;Signed;Worth;In;Goods;Count;Seen\nR7;Ferry treaty;The North / Sudia/Guild;Contract;running;3.2.2015;1.100,1;eur;ferry/tug;2/3;4.2.2015\n";
  const [row] = rowsIn(content, map);
  if (row?.kind !== "row") throw new Error("the row cannot be told");
  expect(row.document).toMatchObject({ id: "sheet:fleet#R7", published: { day: "2015-02-04", basis: "caller" } });
  expect(row.claims.map(({ act, actors }) => [act, actors])).toEqual([
    ["sign", [{ id: "NOR", name: "The North" }, { id: "SUD", name: "Sudia" }, { name: "Guild" }]],
    ["enter-into-force", [{ id: "NOR", name: "The North" }, { id: "SUD", name: "Sudia" }, { name: "Guild" }]],
  ]);
  expect(row.claims[0]).toMatchObject({
    time: { norm: "2015-02-03" },
    money: [{ amount: 1_100_100_000, currency: "EUR" }],
    items: [
      { name: "ferry", quantity: 2 },
      { name: "tug", quantity: 3 },
    ],
  });
  expect(row.document.text.slice(row.claims[0]?.spans["actors.2"]?.start, row.claims[0]?.spans["actors.2"]?.end)).toBe("Guild");
});

test.for([
  ["columns: { name: a, from: b, to: c, kind: d, state: e }\nday: f\n", 2, /day/],
  ["columns: { name: a, from: b, kind: d, state: e }\n", 1, /parties, or from and to/],
  ["columns: { name: a, parties: b, state: e }\n", 1, /needs kind/],
  ["columns: { name: a, parties: b, kind: e }\n", 1, /needs state/],
  ["columns: { name: a, parties: b, kind: e, state: f, amount: g }\n", 1, /needs currency/],
  ["kind: transfer\ncolumns: [name]\n", 2, /columns/],
] as const)("a map that cannot be used is refused with its line: %j", ([map, line, what]) => {
  expect(() => parseMap(map, "map.yaml")).toThrow(
    expect.objectContaining({ code: "PACTA_IMPORT_MAP", message: expect.stringMatching(what), place: { source: "map.yaml", line } }),
  );
});

test("the map in docs/import.md is one", () => {
  const page = readFileSync(resource("docs", "import.md"), "utf8");
  const [, written = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  expect(parseMap(written, "docs/import.md")).toMatchObject({ sheet: "fleet", times: 1_000_000, states: { "on order": "agreed" } });
});

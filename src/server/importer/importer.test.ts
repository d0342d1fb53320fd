// Sheets that wait: one that waited too long, or that the end of the server came before, is refused and never written.
import { expect, test } from "vitest";
import { Importer } from "./index.ts";

const sheet = {
  csv: "name\nQ-70 for Sudia\n",
  map: "sheet: boats\ncolumns: { id: ref, name: deal, from: seller, to: buyer, state: state, day: day }\nkind: transfer\n",
  importer: { by: "Ada" },
  dry: false,
};

test("a sheet that waited longer than its request can is not begun, nor one behind the end", async () => {
  let now = 0;
  const late = new Importer("nowhere.db", new Map(), { now: () => (now += 5000) });
  await expect(late.take(sheet)).rejects.toMatchObject({ code: "PACTA_SERVER_BUSY" });
  const closed = new Importer("nowhere.db", new Map(), { now: () => 0 });
  const taken = closed.take(sheet);
  await closed.close();
  await expect(taken).rejects.toMatchObject({ code: "PACTA_SERVER_BUSY" });
});

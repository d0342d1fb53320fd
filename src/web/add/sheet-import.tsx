// Trying an import dry, and then doing it: what would be added, taken back or refused is seen before anything is written.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { TroubleNote } from "../piece/index.ts";
import { usePerson, useSay } from "../shell/index.ts";
import type { ChosenSheet } from "./sheet.tsx";
import { missing, yamlOf } from "./sheet-map.ts";
import type { MapDraft } from "./sheet-map.ts";

type Imported = Forms["Imported"];

interface Importing {
  readonly sheet: ChosenSheet;
  readonly draft: MapDraft;
}

interface Tried {
  readonly map: string;
  readonly date?: string;
  readonly dry: boolean;
  readonly told: Imported;
}

/** Tries or does an import, under the name of whoever is asked for it. */
function useTaking(request: Omit<Forms["ImportRequest"], "by" | "dry">) {
  const { sign } = usePerson();
  const client = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: async (dry: boolean): Promise<Tried | undefined> => {
      const signed = await sign();
      if (signed === undefined) return undefined;
      const { map, date } = request;
      const told = await ask<Imported>("/imports", { method: "POST", body: { ...request, ...signed.given, dry } });
      return { map, dry, told, ...(date === undefined ? {} : { date }) };
    },
    onSuccess: async (tried) => {
      if (tried === undefined) return;
      say(tried.dry ? "Tried: nothing was written" : `${claims(tried.told.added)} added`);
      if (!tried.dry) await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "status" });
    },
  });
}

/** Buttons to try and to import, and what came of it. */
export function SheetImport({ sheet, draft }: Importing) {
  const [date, setDate] = useState("");
  const [why, setWhy] = useState("");
  const map = yamlOf(draft);
  const lacks = missing(draft);
  const take = useTaking({
    csv: sheet.content,
    map,
    name: sheet.name,
    ...(date === "" ? {} : { date }),
    ...(why.trim() === "" ? {} : { why: why.trim() }),
  });
  const { data: tried } = take;
  // What was tried is of this map and day, or it says nothing of what the import would do.
  const isTried = tried !== undefined && tried.map === map && (tried.date ?? "") === date;
  return (
    <div className="stack">
      <div className="row fields">
        <label>
          Known by the day (where no column tells it)
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </label>
        <label>
          Why (optional)
          <input value={why} maxLength={2000} onChange={(event) => setWhy(event.target.value)} placeholder="our register of 2015" />
        </label>
      </div>
      {lacks.length === 0 ? null : <p className="note">Still needed: {lacks.join("; ")}.</p>}
      <div className="row">
        <button className={isTried ? "" : "main"} disabled={lacks.length > 0 || take.isPending} onClick={() => take.mutate(true)}>
          {take.isPending ? "Working…" : "Try it"}
        </button>
        <button className={isTried ? "main" : ""} disabled={!isTried || !tried.dry || take.isPending} onClick={() => take.mutate(false)}>
          Import
        </button>
        <span className="soft small">Trying writes nothing.</span>
      </div>
      {take.isError ? <TroubleNote error={take.error} /> : null}
      {isTried ? <Result told={tried.told} dry={tried.dry} /> : null}
    </div>
  );
}

function claims(count: number): string {
  return `${count} ${count === 1 ? "claim" : "claims"}`;
}

const SHOWN = 10;

function Result({ told: { added, same, undone, refused, documents }, dry }: { readonly told: Imported; readonly dry: boolean }) {
  const would = dry ? "would be" : documents.length === 1 ? "was" : "were";
  return (
    <section className="stack" aria-label="What came of it">
      <p>
        <strong>
          {claims(added)} {would} added
        </strong>
        , {same} there already, {undone} of before taken back; {refused.length} {refused.length === 1 ? "row" : "rows"} refused.
      </p>
      {refused.length === 0 ? null : <Refused rows={refused} />}
      {dry || documents.length === 0 ? null : (
        <ul className="plain-list" aria-label="Rows in the ledger">
          {documents.slice(0, SHOWN).map((id) => (
            <li key={id}>
              <Link to="/documents/$id" params={{ id }}>
                {id}
              </Link>
            </li>
          ))}
          {documents.length > SHOWN ? <li className="soft">and {documents.length - SHOWN} more</li> : null}
        </ul>
      )}
    </section>
  );
}

function Refused({ rows }: { readonly rows: Imported["refused"] }) {
  return (
    <table className="cards">
      <caption>Rows that cannot be told; the others can be imported without them</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">What is wrong</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, 100).map(({ line, code, what, remedy }) => (
          <tr key={`${line ?? ""} ${what}`}>
            <th scope="row">{line === undefined ? "" : `line ${line}`}</th>
            <td>
              {what} <code>{code}</code>
            </td>
            <td>{remedy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

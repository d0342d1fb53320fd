// Addresses of pages that are to be fetched and read.
import { useState } from "react";
import type { FormEvent } from "react";
import { TroubleNote } from "../piece/index.ts";
import { useGiving } from "./giving.ts";
import { linesOf, linesWithout } from "./lines.ts";

const MOST = 1000;

/** Gives addresses, one a line. */
export function Addresses() {
  const [written, setWritten] = useState("");
  const give = useGiving();
  const { addresses, others } = linesOf(written);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const groups = Array.from({ length: Math.ceil(addresses.length / MOST) }, (_, at) => addresses.slice(at * MOST, (at + 1) * MOST));
    give.mutate(
      groups.map((group) => ({
        given: async () => group.map((url) => ({ url })),
        went: () => setWritten((before) => linesWithout(before, group)),
      })),
      { onSuccess: () => setWritten("") },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label>
        Addresses, one a line
        <textarea rows={6} value={written} onChange={(event) => setWritten(event.target.value)} placeholder="https://news.example/report" />
      </label>
      {others.length === 0 ? null : (
        <p className="note" data-tone="warn">
          No address of the web, and left out: {others.slice(0, 5).join(", ")}
          {others.length > 5 ? ` and ${others.length - 5} more` : ""}
        </p>
      )}
      <p className="soft small">
        Pages are fetched one at a time, by each site’s robots.txt. Nothing of the server’s own or inner network is fetched unless it was started with
        --fetch-allow for it.
      </p>
      <div>
        <button className="main" disabled={addresses.length === 0 || give.isPending}>
          {addresses.length === 0 ? "Read pages" : `Read ${addresses.length} ${addresses.length === 1 ? "page" : "pages"}`}
        </button>
      </div>
      {give.isError ? <TroubleNote error={give.error} /> : null}
    </form>
  );
}

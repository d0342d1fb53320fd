// What was searched for: deals, documents and claims that hold all of the words, parties and goods that begin so.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, dealsText, Empty, Page, TroubleNote } from "../piece/index.ts";
import type { ListedDeal } from "../piece/index.ts";
import { searchRoute } from "./route.ts";
import { FoundClaims, FoundDocuments, useFoundClaims, useFoundDocuments } from "./texts.tsx";

type Found = Pick<Forms["Found"], "parties" | "items"> & { readonly deals: readonly ListedDeal[] };

/** The search of the address. */
export function SearchView() {
  const { q = "" } = searchRoute.useSearch();
  const found = useQuery({
    queryKey: ["search", q],
    queryFn: async ({ signal }) => ask<Found>("/search", { query: { q, limit: 20 }, signal }),
    enabled: q !== "",
  });
  return (
    <Page title={q === "" ? "Search" : `Search: ${q}`}>
      <div className="stack">
        <Box key={q} q={q} />
        {q === "" ? (
          <Empty title="Search names, parties, goods and the words of reports">
            <Looked />
          </Empty>
        ) : null}
        {found.isLoading ? <Bones /> : null}
        {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
        {found.isSuccess ? <Results found={found.data} q={q} /> : null}
      </div>
    </Page>
  );
}

function Box({ q }: { readonly q: string }) {
  const [words, setWords] = useState(q);
  const navigate = useNavigate();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: "/search", search: words.trim() === "" ? {} : { q: words.trim() } });
  };
  return (
    <form className="row" onSubmit={submit}>
      <label>
        Words
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} maxLength={500} />
      </label>
      <button className="main">Search</button>
    </form>
  );
}

/** What is looked through. */
function Looked() {
  return (
    <p className="soft">
      Deals are searched by their names, parties, goods and what claims about them quote; documents by their headings and texts (each text’s first
      100,000 characters); claims by the words that they rest on: all words must be there, whole. Parties and items are found by how they begin.
    </p>
  );
}

function Results({ found: { deals, parties, items }, q }: { readonly found: Found; readonly q: string }) {
  const [documents, claims] = [useFoundDocuments(q), useFoundClaims(q)];
  const hasTexts = documents.data?.pages[0]?.documents.length !== 0 || claims.data?.pages[0]?.claims.length !== 0;
  if (deals.length + parties.length + items.length === 0 && !hasTexts)
    return (
      <Empty title={`Nothing has "${q}"`}>
        <p>Try fewer words, or only how a name begins.</p>
        <Looked />
      </Empty>
    );
  // What is short comes first: whoever looks for a party does not go past all texts that name it.
  return (
    <>
      <div className="columns">
        <div className="stack">
          <FoundDeals deals={deals} q={q} />
          <Values title="Parties" path="parties" values={parties} />
          <Values title="Items" path="items" values={items.map((item) => ({ ...item, id: null }))} />
        </div>
        <FoundDocuments found={documents} q={q} />
        <FoundClaims found={claims} q={q} />
      </div>
      <Looked />
    </>
  );
}

function FoundDeals({ deals, q }: { readonly deals: Found["deals"]; readonly q: string }) {
  return (
    <section className="sheet" aria-label="Deals">
      <h2>Deals</h2>
      {deals.length === 0 ? <p className="soft">None holds all of the words.</p> : <DealList deals={deals} />}
      <p>
        <Link to="/deals" search={{ search: q }}>
          Look on in the list of deals
        </Link>
      </p>
    </section>
  );
}

function Values({ title, path, values }: { readonly title: string; readonly path: "parties" | "items"; readonly values: Found["parties"] }) {
  return (
    <section className="sheet" aria-label={title}>
      <h2>{title}</h2>
      {values.length === 0 ? <p className="soft">None begins so.</p> : null}
      <ul className="plain-list values">
        {values.map((value) => (
          <li key={value.id ?? value.name}>
            {path === "parties" ? (
              <Link to="/parties/$key" params={{ key: value.id ?? value.name }}>
                {value.name}
              </Link>
            ) : (
              <Link to="/items/$name" params={{ name: value.name }}>
                {value.name}
              </Link>
            )}
            <span className="soft small">{dealsText(value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

// Documents and claims that hold the words of a search, page by page.
import { useInfiniteQuery } from "@tanstack/react-query";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { ActWord, Bones, Day, TroubleNote } from "../piece/index.ts";
import { idText } from "../../phrasing/index.ts";
import { piecesOf } from "./words.ts";

interface Paged {
  readonly next?: string;
}

type Pages<Page> = UseInfiniteQueryResult<InfiniteData<Page>>;

function usePages<Page extends Paged>(path: string, q: string): Pages<Page> {
  return useInfiniteQuery({
    queryKey: ["search", path, q],
    queryFn: async ({ pageParam, signal }) => ask<Page>(path, { query: { q, after: pageParam, limit: 10 }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    enabled: q !== "",
  });
}

/** Documents that hold all of the words. */
export const useFoundDocuments = (q: string): Pages<Forms["FoundDocuments"]> => usePages("/search/documents", q);

/** Claims whose evidence holds all of the words. */
export const useFoundClaims = (q: string): Pages<Forms["FoundClaims"]> => usePages("/search/claims", q);

/** The documents that were found. */
export function FoundDocuments({ found, q }: { readonly found: Pages<Forms["FoundDocuments"]>; readonly q: string }) {
  const documents = found.data?.pages.flatMap((page) => page.documents) ?? [];
  return (
    <Section title="Documents" none="No text holds all of the words." found={found} isNone={documents.length === 0}>
      <ul className="deal-list">
        {documents.map(({ id, title, day, passage }) => (
          <li key={id}>
            <Link to="/documents/$id" params={{ id }}>
              {title ?? idText(id)}
            </Link>
            <span className="soft small">{day === undefined ? "day unknown" : <Day iso={day} />}</span>
            {passage === undefined ? null : (
              <span className="small">
                … <Marked text={passage.quote} q={q} /> …
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The claims that were found. */
export function FoundClaims({ found, q }: { readonly found: Pages<Forms["FoundClaims"]>; readonly q: string }) {
  const claims = found.data?.pages.flatMap((page) => page.claims) ?? [];
  return (
    <Section title="Claims" none="None rests on all of the words." found={found} isNone={claims.length === 0}>
      <ul className="deal-list">
        {claims.map(({ title, found: { claim, document, day } }) => (
          <li key={claim.id}>
            <Link to="/documents/$id" params={{ id: document }} search={{ claim: claim.id }}>
              <Marked text={claim.evidence.quote} q={q} />
            </Link>
            <span className="soft small">
              <ActWord act={claim.act} mode={claim.mode} negated={claim.negated} /> · {title ?? idText(document)}
              {day === undefined ? null : (
                <>
                  {" "}
                  · <Day iso={day} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface Found {
  readonly title: string;
  readonly none: string;
  readonly isNone: boolean;
  readonly found: Pages<Paged>;
  readonly children: ReactNode;
}

function Section({ title, none, isNone, found, children }: Found) {
  return (
    <section className="sheet" aria-label={title}>
      <h2>{title}</h2>
      {found.isPending ? <Bones /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      {found.isSuccess && isNone ? <p className="soft">{found.hasNextPage ? "None among the first that were looked through." : none}</p> : null}
      {children}
      {found.hasNextPage ? (
        <button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {found.isFetchingNextPage ? "Loading …" : `More ${title.toLowerCase()}`}
        </button>
      ) : null}
    </section>
  );
}

function Marked({ text, q }: { readonly text: string; readonly q: string }) {
  return piecesOf(text, q).map((piece) => (piece.isWord ? <mark key={piece.at}>{piece.text}</mark> : piece.text));
}

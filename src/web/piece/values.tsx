// Lists of parties and of goods: found by how they begin, a page after the other.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { ComponentType } from "react";
import { ask } from "../asking/index.ts";
import { Bones, Empty, TroubleNote } from "./note.tsx";
import { useTyped } from "./typed.ts";

/** A party, or goods, which have no id, with what is counted of it. */
export interface Counted {
  readonly id?: string | null;
  readonly name: string;
  readonly deals: number;
  readonly more?: true;
}

interface ValuePage {
  readonly values: readonly Counted[];
  readonly next?: string;
}

/** How many deals something has: "1000 or more" where nobody counted on. */
export function dealsText({ deals, more }: Pick<Counted, "deals" | "more">): string {
  if (more === true) return `${deals} deals or more`;
  return deals === 1 ? "1 deal" : `${deals} deals`;
}

/** The values at `path` that begin as is written, each shown by `Line`. */
export function Values({
  path,
  label,
  begins,
  onBegins,
  Line,
}: {
  readonly path: string;
  readonly label: string;
  readonly begins: string;
  readonly onBegins: (begins: string) => void;
  readonly Line: ComponentType<Pick<Counted, "id" | "name">>;
}) {
  const [typed, type] = useTyped(begins, onBegins);
  const asked = useDeferredValue(typed.trim());
  const found = useInfiniteQuery({
    queryKey: ["values", path, asked],
    queryFn: async ({ pageParam, signal }) => ask<ValuePage>(path, { query: { begins: asked, after: pageParam, limit: 100 }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const values = found.data?.pages.flatMap((page) => page.values) ?? [];
  return (
    <div className="stack">
      <label>
        {label}
        <input type="search" value={typed} onChange={(event) => type(event.target.value)} maxLength={500} />
      </label>
      {found.isPending ? <Bones lines={8} /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      {found.isSuccess && values.length === 0 ? <NoValues isAll={asked === ""} /> : null}
      {values.length === 0 ? null : <p className="soft small">{found.hasNextPage ? `More than ${values.length}` : `${values.length} in all`}</p>}
      <ul className="plain-list values">
        {values.map((value) => (
          <li key={value.name}>
            <Line {...value} /> <span className="soft small">{dealsText(value)}</span>
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <div>
          <button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
            {found.isFetchingNextPage ? "Loading …" : "More"}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function NoValues({ isAll }: { readonly isAll: boolean }) {
  return isAll ? (
    <Empty title="None yet">
      <p>They come with the deals of the documents that are read.</p>
    </Empty>
  ) : (
    <Empty title="None begins so">
      <p>Write less of it, or search for it in the words of reports with the box above.</p>
    </Empty>
  );
}

// The deals that fit, page by page as somebody scrolls.
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useStatus } from "../shell/index.ts";
import { askedFor } from "./filter.ts";
import type { DealSearch } from "./filter.ts";

type Brief = Forms["DealBrief"];
type Page = Forms["DealPage"] & { readonly seq: number };

/** Deals on the first page, which is to be there at once, and on later ones. */
const [FIRST, LATER] = [100, 500];

/** A list of more pages is asked for anew only when somebody says so: its lines would move while they are read, and all pages are asked again. */
const FEW = 2;

/** The deals that fit, as far as they are here. */
export interface Listing {
  readonly deals: readonly Brief[];
  readonly isPending: boolean;
  /** What is here answers the question before. */
  readonly isBefore: boolean;
  readonly error: unknown;
  /** More follow than are here. */
  readonly hasMore: boolean;
  readonly isMoreComing: boolean;
  /** Asks for the next page, once. */
  readonly more: () => void;
  /** The ledger has grown, and a list this long is not asked for anew by itself. */
  readonly isOld: boolean;
  /** Asks anew, from the first page. */
  readonly anew: () => void;
}

/** The deals that an address asks for. */
export function useListing(search: DealSearch): Listing {
  const asked = askedFor(search);
  const client = useQueryClient();
  const queryKey = ["deals", "list", asked] as const;
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    initialPageParam: "",
    queryFn: async ({ pageParam: after, signal }): Promise<Page> => {
      const seq = client.getQueryData<Forms["Status"]>(["status"])?.book.seq ?? 0;
      const query = { ...asked, limit: after === "" ? FIRST : LATER, after };
      return { ...(await ask<Forms["DealPage"]>("/deals", { query, signal })), seq };
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Comparing every deal with itself for each page that comes would take longer than a frame.
    structuralSharing: false,
    staleTime: ({ state }) => ((state.data?.pages.length ?? 0) > FEW ? "static" : 5000),
  });
  const seq = useStatus().data?.book.seq;
  const deals = useMemo(() => data?.pages.flatMap((page) => page.deals) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage]);
  const [first] = data?.pages ?? [];
  return {
    deals,
    isPending,
    isBefore: isPlaceholderData,
    error,
    hasMore: hasNextPage,
    isMoreComing: isFetchingNextPage,
    more,
    isOld: first !== undefined && seq !== undefined && first.seq !== 0 && first.seq !== seq && (data?.pages.length ?? 0) > FEW,
    anew: () => void client.resetQueries({ queryKey }),
  };
}

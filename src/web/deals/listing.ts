// The deals that fit, page by page as somebody scrolls.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted } from "../piece/index.ts";
import { STATUS, useStatus } from "../shell/index.ts";
import { askedFor } from "./filter.ts";
import type { DealSearch } from "./filter.ts";

type Brief = Forms["DealBrief"];
/** A page, and the entry of the ledger that the book had come to when it was asked for; undefined where that was not heard. */
type Page = Forms["DealPage"] & { readonly seq: number | undefined };

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
  /** How many fit, in words, as far as that is known; empty while nobody knows. */
  readonly fits: string;
  /** How many fit; `more` than that where nobody counted on. Undefined where it is not known. */
  readonly total: Forms["DealTotal"] | undefined;
  /** More follow than are here. */
  readonly hasMore: boolean;
  readonly isMoreComing: boolean;
  /** Asks for the next page, once. */
  readonly more: () => void;
  /** The ledger has grown, and a list this long is not asked for anew by itself. */
  readonly isOld: boolean;
  /** Asks again for what failed; what is here stays. */
  readonly again: () => void;
  /** Asks anew, from the first page. */
  readonly anew: () => void;
}

/** The deals that an address asks for. */
export function useListing(search: DealSearch): Listing {
  const asked = askedFor(search);
  const client = useQueryClient();
  const queryKey = ["deals", "list", asked] as const;
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: "",
    queryFn: async ({ pageParam: after, signal }): Promise<Page> => {
      const query = { ...asked, limit: after === "" ? FIRST : LATER, after };
      // On a first view both are asked for at once; where the status cannot be had, its own note says so.
      const heard = client.ensureQueryData(STATUS).catch(() => undefined);
      const page = await ask<Forms["DealPage"]>("/deals", { query, signal });
      return { ...page, seq: (await heard)?.book.seq };
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Comparing every deal with itself for each page that comes would take longer than a frame.
    structuralSharing: false,
    staleTime: ({ state }) => ((state.data?.pages.length ?? 0) > FEW ? "static" : 5000),
  });
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query;
  const seq = useStatus().data?.book.seq;
  const deals = useMemo(() => data?.pages.flatMap((page) => page.deals) ?? [], [data]);
  const more = useCallback(() => {
    // A page that failed is asked for again only by somebody: the list's end stays in sight, and would ask without end.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage]);
  const [first] = data?.pages ?? [];
  const total = useTotal(asked, first === undefined || isPlaceholderData ? undefined : first);
  return {
    deals,
    isPending,
    isBefore: isPlaceholderData,
    error,
    fits: first === undefined || isPlaceholderData ? "" : fitsText(first, total),
    total,
    hasMore: hasNextPage,
    isMoreComing: isFetchingNextPage,
    more,
    isOld: first !== undefined && seq !== undefined && first.seq !== undefined && first.seq !== seq && (data?.pages.length ?? 0) > FEW,
    again: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
    anew: () => void client.resetQueries({ queryKey }),
  };
}

/** How many deals fit: those of the first page where it is the only one, else as the server counts them. */
function useTotal(asked: ReturnType<typeof askedFor>, first: Page | undefined): Forms["DealTotal"] | undefined {
  const { sort: _, ...which } = asked;
  const told = useQuery({
    queryKey: ["deals", "total", which],
    queryFn: async ({ signal }) => ask<Forms["DealTotal"]>("/totals/deals", { query: which, signal }),
    enabled: first?.next !== undefined,
  });
  if (first === undefined) return undefined;
  return first.next === undefined ? { deals: first.deals.length } : told.data;
}

function fitsText({ deals: { length }, next }: Page, total: Forms["DealTotal"] | undefined): string {
  if (total?.deals !== undefined)
    return `${total.more === true ? "More than " : ""}${counted(total.deals, "deal")} ${total.deals === 1 ? "fits" : "fit"}`;
  return `${length}${next === undefined ? "" : " or more"} ${length === 1 ? "deal fits" : "deals fit"}`;
}

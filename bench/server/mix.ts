// What a desk asks of a server: mostly single deals and the lists that lead to them, then the words behind them.
import type { DealFilter, DealLine } from "../../src/deal/index.ts";
import { sample } from "../corpus.ts";
import { filtersFrom, searchesFrom } from "../ledger/index.ts";
import type { Request } from "./load.ts";

/** Of a hundred requests so many are of each kind. */
export const SHARES = {
  "one deal": 38,
  "one deal of another day": 10,
  list: 20,
  "list of another day": 2,
  search: 10,
  claims: 10,
  document: 10,
} as const;

type Kind = keyof typeof SHARES;

const API = "/api/v1";

/** Deals on a page of a list. */
const PAGE = 50;

const query = (values: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as [string, string]])),
  ).toString();

function listPath({ kinds, money, ...rest }: DealFilter): string {
  const sum = money === undefined ? undefined : `${money.currency}:${money.least}`;
  const { party, item, state, act, from, to } = rest;
  return `${API}/deals?${query({ party, item, state, act, from, to, kind: kinds?.[0], money: sum, limit: PAGE })}`;
}

/** The paths of each kind, from these deals. */
function pathsFrom(lines: readonly DealLine[]): Readonly<Record<Kind, readonly string[]>> {
  const deal = ({ id }: DealLine): string => `${API}/deals/${id}`;
  const day = ({ since }: DealLine): string => since.latest ?? since.earliest ?? "2015-01-01";
  return {
    "one deal": lines.map(deal),
    "one deal of another day": lines.map((line) => `${deal(line)}?${query({ asOf: day(line), known: day(line) })}`),
    list: filtersFrom(lines, lines.length).map(listPath),
    "list of another day": filtersFrom(lines, 3).map((filter) => `${listPath(filter)}&known=2015-06-30`),
    search: searchesFrom(lines).map((search) => `${API}/deals?${query({ search, limit: PAGE })}`),
    claims: lines.flatMap(({ parties: [first] }) =>
      first === undefined || first.id === null ? [] : [`${API}/claims?${query({ party: first.id, limit: PAGE })}`],
    ),
    document: lines.flatMap(({ documents: [first] }) => (first === undefined ? [] : [`${API}/documents/${encodeURIComponent(first)}/standing`])),
  };
}

/** A thousand requests in the shares of the mix, in an order that is the same each time. */
export function mixFrom(lines: readonly DealLine[], seed: number): readonly Request[] {
  const paths = pathsFrom(lines);
  const requests = Object.entries(SHARES).flatMap(([kind, share]) => {
    const of = paths[kind as Kind];
    return Array.from({ length: 10 * share }, (_, at): Request => ({ kind, path: of[at % of.length] ?? `${API}/status` }));
  });
  return sample(requests, requests.length, seed);
}

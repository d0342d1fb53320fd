// What these views ask of the server, and what they do about watches.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useSay } from "../shell/index.ts";
import { partyIn } from "./about.ts";
import type { About } from "./about.ts";

export type Watch = Forms["Watch"];

/** All watches. */
export function useWatches() {
  return useQuery({ queryKey: ["watches"], queryFn: async ({ signal }) => (await ask<Forms["Watches"]>("/watches", { signal })).watches });
}

/** One watch. */
export function useWatch(id: string) {
  return useQuery({ queryKey: ["watches", id], queryFn: async ({ signal }) => ask<Watch>(pathOf("watches", id), { signal }) });
}

/** The name of the deal or party that is watched, where one is known. */
export function useSubjectName(about: About | undefined): string | undefined {
  const party = about === undefined ? undefined : partyIn(about);
  const found = useQuery({
    queryKey: ["parties", party],
    queryFn: async ({ signal }) => ask<{ readonly name: string }>(pathOf("parties", party ?? ""), { signal }),
    enabled: party !== undefined,
    retry: false,
  });
  const deal = useDealName(about);
  return deal ?? found.data?.name;
}

function useDealName(about: About | undefined): string | undefined {
  const id = about !== undefined && "deal" in about ? about.deal : undefined;
  const found = useQuery({
    queryKey: ["deals", "named", id],
    queryFn: async ({ signal }) => ask<Forms["Deal"]>(pathOf("deals", id ?? ""), { signal }),
    enabled: id !== undefined,
  });
  return found.data?.name;
}

/** Something that is done about watches: afterwards all of them are asked for anew, and what was done is said. */
export function useDoing<Given, Done>(does: (given: Given) => Promise<Done>, said: (done: Done, given: Given) => string) {
  const client = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: does,
    onSuccess: async (done, given) => {
      say(said(done, given));
      await Promise.all(["watches", "deliveries", "alerts"].map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}

/** Changes a watch's name, its digests, or whether it is paused. */
export function useChange(id: string) {
  return useDoing(
    async (change: Forms["WatchChange"]) => ask<Watch>(pathOf("watches", id), { method: "PATCH", body: change }),
    ({ name, paused }) => (paused === true ? `“${name}” is paused: it hears of nothing for now` : `“${name}” hears of what comes from now on`),
  );
}

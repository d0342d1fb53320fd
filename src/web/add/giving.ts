// Giving documents to be read: what is given becomes a job, and its view is where one goes next.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useSay } from "../shell/index.ts";
import type { Job } from "./follow.ts";

/** One document as it is given. */
export type Given = Forms["JobRequest"]["given"][number];

/** Jobs, the last that came first. */
export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: async ({ signal }) => (await ask<Forms["Jobs"]>("/jobs", { query: { limit: 20 }, signal })).jobs,
    refetchInterval: ({ state }) => (state.data?.some((job) => job.ended === undefined) === true ? 3000 : false),
  });
}

/** Documents that are given together. */
export interface Group {
  readonly given: () => Promise<readonly Given[]>;
  /** Called once they are given: whoever tries again after another group failed must not give them twice. */
  readonly went?: () => void;
}

/** Gives documents, a job for each of the groups, and goes to where their progress is shown. */
export function useGiving() {
  // Jobs of groups that went before another failed; they are shown with those of the next try.
  const made = useRef<readonly Job[]>([]);
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useSay();
  return useMutation({
    mutationFn: async (groups: readonly Group[]) => {
      for (const { given, went } of groups) {
        const job = await ask<Job>("/jobs", { method: "POST", body: { given: await given() } });
        made.current = [...made.current, job];
        went?.();
      }
      return made.current;
    },
    onError: async () => client.invalidateQueries({ queryKey: ["jobs"] }),
    onSuccess: async (jobs) => {
      made.current = [];
      const count = jobs.reduce((sum, { given }) => sum + given, 0);
      say(`${count} ${count === 1 ? "is" : "are"} given to be read`);
      await client.invalidateQueries({ queryKey: ["jobs"] });
      await navigate({ to: "/add", search: { job: jobs.map(({ id }) => id).join(",") } });
    },
  });
}

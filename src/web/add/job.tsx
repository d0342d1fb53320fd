// One job: how far it is, live, and what came of each document.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask, eventsOf, pathOf } from "../asking/index.ts";
import { Bones, TroubleNote } from "../piece/index.ts";
import { useSay } from "../shell/index.ts";
import { follow, isEnded, isFinal } from "./follow.ts";
import type { Following, Job } from "./follow.ts";
import { JobMark } from "./job-mark.tsx";
import { Outcomes } from "./outcomes.tsx";
import { aheadText } from "./pace.ts";

function followingOf(id: string): Following {
  const path = pathOf("jobs", id);
  return {
    events: async function* (signal) {
      for await (const { name, data } of eventsOf(`${path}/events`, signal)) if (name === "job") yield data as Job;
    },
    ask: async (signal) => ask<Job>(path, { signal }),
    wait: async (milliseconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    isFinal,
  };
}

interface Followed {
  readonly job?: Job;
  readonly error?: unknown;
}

/** The job as it goes on; when it ends, what it added is asked for anew, and that is said. */
function useFollowed(id: string): Followed {
  const [followed, setFollowed] = useState<Followed>({});
  const client = useQueryClient();
  const say = useSay();
  useEffect(() => {
    const stop = new AbortController();
    const ended = (job: Job): void => {
      say(endText(job));
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "status" });
    };
    void hear(id, stop.signal, setFollowed, ended);
    return () => stop.abort();
  }, [id, client, say]);
  return followed;
}

/** Hears of a job until the signal; `ended` is told where it ends meanwhile. */
async function hear(id: string, signal: AbortSignal, heard: (followed: Followed) => void, ended: (job: Job) => void): Promise<void> {
  let last: Job | undefined;
  try {
    for await (const job of follow(followingOf(id), signal)) {
      heard({ job });
      if (isEnded(job) && last !== undefined) ended(job);
      last = job;
    }
  } catch (error) {
    heard({ ...(last === undefined ? {} : { job: last }), error });
  }
}

function endText(job: Job): string {
  return `${job.state === "done" ? "" : "Ended early: "}${documentsText(job)}`;
}

function documentsText({ documents, failures, known }: Job): string {
  const read = `${documents} ${documents === 1 ? "document" : "documents"} read`;
  return [read, ...(known === 0 ? [] : [`${known} of them unchanged`]), ...(failures === 0 ? [] : [`${failures} that could not be read`])].join(", ");
}

/** The job of that id. */
export function JobView({ id }: { readonly id: string }) {
  const { job, error } = useFollowed(id);
  if (job === undefined) return error === undefined ? <Bones lines={3} /> : <TroubleNote error={error} />;
  return (
    <section className="sheet stack" aria-label="What is being read">
      <div className="row">
        <h2>What you added</h2>
        <JobMark job={job} />
        {isEnded(job) ? null : <Cancel id={id} />}
      </div>
      <Progress job={job} />
      {error === undefined ? null : <TroubleNote error={error} />}
      <Outcomes job={job} />
    </section>
  );
}

function Progress({ job }: { readonly job: Job }) {
  const { given, documents, failures, claims } = job;
  const done = documents + failures;
  // A file may hold many documents: how many there will be is then not known.
  const isCounted = done <= given;
  return (
    <div className="stack">
      {isEnded(job) ? null : (
        <progress aria-label="Read so far" max={given} {...(isCounted && job.state === "running" ? { value: done } : {})}>
          {done} of {given}
        </progress>
      )}
      <p>
        {isEnded(job) ? documentsText(job) : isCounted ? `${done} of ${given}` : `${done} documents of ${given} ${given === 1 ? "file" : "files"}`} ·{" "}
        {claims} {claims === 1 ? "claim" : "claims"}
        <span className="soft"> {aheadText(job)}</span>
      </p>
    </div>
  );
}

function Cancel({ id }: { readonly id: string }) {
  const [error, setError] = useState<unknown>();
  const [isAsked, setAsked] = useState(false);
  const cancel = async (): Promise<void> => {
    setAsked(true);
    try {
      await ask(pathOf("jobs", id), { method: "DELETE" });
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <>
      <button onClick={() => void cancel()} disabled={isAsked}>
        End it
      </button>
      {error === undefined ? null : <TroubleNote error={error} />}
    </>
  );
}

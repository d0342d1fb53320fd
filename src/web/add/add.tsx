// Bringing documents: by which way, and how far those are that were brought.
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Bones, Page } from "../piece/index.ts";
import { Addresses } from "./addresses.tsx";
import { Feeds } from "./feeds.tsx";
import { Files } from "./files.tsx";
import { JobView } from "./job.tsx";
import { JobList } from "./job-list.tsx";
import { Paste } from "./paste.tsx";
import { addRoute } from "./route.ts";
import "./add.css";

const Sheet = lazy(async () => ({ default: (await import("./sheet.tsx")).Sheet }));

const WAYS = [
  ["paste", "Paste a text", Paste],
  ["files", "Files", Files],
  ["addresses", "Addresses", Addresses],
  ["feeds", "Feeds", Feeds],
  ["sheet", "A spreadsheet", Sheet],
] as const;

/** Jobs that are shown at once: each that goes on holds a line to the server. */
const SHOWN = 5;

function idsIn(jobs = ""): readonly string[] {
  return [...new Set(jobs.split(",").filter((id) => id !== ""))].slice(0, SHOWN);
}

/** Bringing documents, and jobs of reading them. */
export function Add() {
  const { way, job } = addRoute.useSearch();
  const [chosen, name, Way] = WAYS.find(([one]) => one === way) ?? WAYS[0];
  return (
    <Page title="Add">
      <div className="stack">
        {idsIn(job).map((id) => (
          <JobView key={id} id={id} />
        ))}
        <nav className="ways-of-adding screen-only" aria-label="Ways to add documents">
          {WAYS.map(([one, text]) => (
            <Link key={one} to="/add" search={{ way: one }} aria-current={one === chosen ? "page" : undefined}>
              {text}
            </Link>
          ))}
        </nav>
        <section className="sheet screen-only" aria-label={name}>
          <Suspense fallback={<Bones />}>
            <Way />
          </Suspense>
        </section>
        <JobList />
      </div>
    </Page>
  );
}

// A watch that is to be made: on what, under which name, and what it would find right now.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import { idText } from "../../phrasing/index.ts";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, fieldText, TroubleNote } from "../piece/index.ts";
import { aboutOf, dealsAsked, nameOf, SUBJECTS } from "./about.ts";
import type { About, Draft, Subject } from "./about.ts";
import { useDoing, useSubjectName } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { ConditionFields } from "./condition-fields.tsx";

const SUBJECT_NAMES: Readonly<Record<Subject, string>> = {
  deal: "One deal",
  party: "A party",
  item: "Goods",
  search: "Words",
  query: "Deals that fit",
};

const HINTS: Readonly<Record<Exclude<Subject, "query">, readonly [label: string, hint: string]>> = {
  deal: ["The deal’s id", "“Watch this” on a deal’s page fills it in"],
  party: ["The party", "its id (RUS, UN) or its name"],
  item: ["The goods", "as they are called: S-300, gas"],
  search: ["The words", "all of them must stand in names, parties, goods or quotes of a deal"],
};

const EMPTY: Draft = { subject: "party", value: "", conditions: {} };

/** Makes a watch, and goes to it. */
export function WatchForm({ asked }: { readonly asked: Draft | undefined }) {
  const [draft, setDraft] = useState(asked ?? EMPTY);
  const navigate = useNavigate();
  const about = aboutOf(draft);
  const suggested = useSuggested(about);
  const make = useDoing(
    async (request: Forms["WatchRequest"]) => ask<Watch>("/watches", { method: "POST", body: request }),
    ({ name }) => `“${name}” is watched from now on`,
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, minutes] = [fieldText(form, "name"), fieldText(form, "digest")];
    if (about === undefined) return;
    const request = { about, name: name === "" ? suggested : name, ...(minutes === "" ? {} : { digestEvery: Number(minutes) }) };
    make.mutate(request, { onSuccess: ({ id }) => void navigate({ to: "/watches/$id", params: { id } }) });
  };
  return (
    <form className="sheet stack watch-form" onSubmit={submit} aria-label="New watch">
      <h2>New watch</h2>
      <SubjectFields draft={draft} change={setDraft} />
      <NotBound draft={draft} />
      {about === undefined ? null : <Matches about={about} />}
      <div className="row fields">
        <label>
          Name
          <input name="name" maxLength={200} placeholder={suggested} />
        </label>
        <label>
          Minutes for which digests gather
          <input name="digest" type="number" min={1} max={10_080} placeholder="60" />
        </label>
      </div>
      <p className="soft small">
        News that changes a state, a dispute or what contradicts is told at once. What older reports and decisions change comes as one digest. By
        which ways you are told is chosen next.
      </p>
      <div className="row">
        <button className="main" disabled={about === undefined || make.isPending}>
          Watch this
        </button>
        <Link to="/watches">Cancel</Link>
      </div>
      {make.isError ? <TroubleNote error={make.error} /> : null}
    </form>
  );
}

/** That the list of deals was bound to a report, and the watch will not be. */
function NotBound({ draft: { subject, document } }: { readonly draft: Draft }) {
  if (subject !== "query" || document === undefined) return null;
  return (
    <p className="note" data-tone="warn">
      The list was bound to the report {idText(document)}. A watch is not: it tells of all deals that meet the other conditions.
    </p>
  );
}

function useSuggested(about: About | undefined): string {
  const name = useSubjectName(about);
  return about === undefined ? "" : nameOf(about, name);
}

interface DraftFields {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

function SubjectFields({ draft, change }: DraftFields) {
  const { subject, value, conditions } = draft;
  return (
    <>
      <fieldset className="row choice">
        <legend>On</legend>
        {SUBJECTS.map((one) => (
          <label key={one}>
            <input type="radio" name="subject" value={one} checked={one === subject} onChange={() => change({ ...draft, subject: one })} />
            {SUBJECT_NAMES[one]}
          </label>
        ))}
      </fieldset>
      {subject === "query" ? (
        <ConditionFields conditions={conditions} change={(next) => change({ ...draft, conditions: next })} />
      ) : (
        <ValueField subject={subject} value={value} change={(next) => change({ ...draft, value: next })} />
      )}
    </>
  );
}

interface ValueFieldProps {
  readonly subject: Exclude<Subject, "query">;
  readonly value: string;
  readonly change: (value: string) => void;
}

function ValueField({ subject, value, change }: ValueFieldProps) {
  const hint = useId();
  const [label, told] = HINTS[subject];
  return (
    <div>
      <label>
        {label}
        <input value={value} onChange={(event) => change(event.target.value)} required maxLength={500} aria-describedby={hint} />
      </label>
      <p id={hint} className="soft small hint">
        {told}
      </p>
    </div>
  );
}

const SHOWN = 3;

/** What the watch is about as things stand: whoever sees nothing here has mistyped, or is early. */
function Matches({ about }: { readonly about: About }) {
  return "deal" in about ? <OneMatch id={about.deal} /> : <ManyMatches asked={dealsAsked(about)} />;
}

function OneMatch({ id }: { readonly id: string }) {
  const found = useQuery({
    queryKey: ["deals", "named", id],
    queryFn: async ({ signal }) => ask<Forms["Deal"]>(`/deals/${encodeURIComponent(id)}`, { signal }),
  });
  if (found.isPending) return <Bones lines={1} />;
  return found.isError ? <TroubleNote error={found.error} /> : <DealList deals={[found.data]} />;
}

function ManyMatches({ asked }: { readonly asked: ReturnType<typeof dealsAsked> }) {
  const query = { ...asked, limit: SHOWN + 1 };
  const found = useQuery({
    queryKey: ["deals", query],
    queryFn: async ({ signal }) => ask<Forms["DealPage"]>("/deals", { query, signal }),
  });
  if (found.isPending) return <Bones lines={2} />;
  if (found.isError) return <TroubleNote error={found.error} />;
  const { deals } = found.data;
  if (deals.length === 0) return <p className="note">No deal fits yet. You hear of the first that does.</p>;
  return (
    <div>
      <p className="soft small">
        Fits now:{" "}
        <Link to="/deals" search={asked}>
          {deals.length > SHOWN ? "all of them" : "these deals"}
        </Link>
      </p>
      <DealList deals={deals.slice(0, SHOWN)} />
    </div>
  );
}

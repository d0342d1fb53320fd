// The form in which a claim is corrected, added, or made of an abstention: every slot, each by words of the text.
import { useState } from "react";
import type { FormEvent } from "react";
import { ACTS, actName, FAMILIES, ACT_FAMILY, MODES, modeText } from "../piece/index.ts";
import { SLOT_LABELS } from "../evidence/index.ts";
import { NEW, problemsOf } from "./draft.ts";
import type { Draft, Problems } from "./draft.ts";
import { ItemField, ListField, PartyField, SourceField, SumField, TimeField } from "./fields.tsx";
import { useUnsaved } from "./leaving.tsx";
import { WordsField } from "./words-field.tsx";

interface Form {
  readonly title: string;
  readonly start: Draft;
  /** Words on the button that saves. */
  readonly does: string;
  readonly isBusy: boolean;
  /** What is saved: also says where nothing was changed. */
  readonly save: (draft: Draft, why: string) => void;
  readonly cancel: () => void;
  /** What of the draft differs from what stands, in words. */
  readonly preview: (draft: Draft) => string;
  /** Hears whether something was typed that is not written yet. */
  readonly tellTyped: (isTyped: boolean) => void;
}

/** A claim in a form. */
export function ClaimForm({ title, start: given, does, isBusy, save, cancel, preview, tellTyped }: Form) {
  const [start] = useState(given);
  const [draft, setDraft] = useState(start);
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  useUnsaved(tellTyped, draft !== start || why !== "");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) save(draft, why);
  };
  const change = (some: Partial<Draft>): void => setDraft((before) => ({ ...before, ...some }));
  return (
    <form className="claim-form stack" onSubmit={submit} aria-label={title} noValidate>
      <h2 tabIndex={-1} data-card-head>
        {title}
      </h2>
      <ActFields draft={draft} change={change} problems={problems} />
      <PartyLists draft={draft} change={change} problems={problems} />
      <MatterFields draft={draft} change={change} problems={problems} />
      <label>
        Why you decide so (whoever looks later will read it)
        <input value={why} maxLength={2000} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <p className="small">
        <output>{preview(draft)}</output>
      </p>
      {Object.keys(problems).length === 0 ? null : (
        <p role="alert" className="small">
          Something is missing: {Object.values(problems).join(" ")}
        </p>
      )}
      <div className="row form-end">
        <button className="main" disabled={isBusy}>
          {does}
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface Fields {
  readonly draft: Draft;
  readonly change: (some: Partial<Draft>) => void;
  readonly problems: Problems;
}

const label = (slot: keyof typeof SLOT_LABELS): string => SLOT_LABELS[slot][0];

function ActFields({ draft, change, problems }: Fields) {
  return (
    <fieldset className="slot-field">
      <legend>What is done</legend>
      <WordsField label={label("evidence")} value={draft.evidence} change={(evidence) => change({ evidence })} isQuote />
      {problems.evidence === undefined ? null : <p role="alert">{problems.evidence}</p>}
      <div className="row">
        <label>
          Act
          <select value={draft.act} onChange={(event) => change({ act: ACTS.find((act) => act === event.target.value) ?? "" })}>
            <option value="">choose</option>
            {FAMILIES.map((family) => (
              <optgroup key={family} label={family}>
                {ACTS.filter((act) => ACT_FAMILY[act] === family).map((act) => (
                  <option key={act} value={act}>
                    {actName(act)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          Mode
          <select value={draft.mode} onChange={(event) => change({ mode: MODES.find((mode) => mode === event.target.value) ?? draft.mode })}>
            {MODES.map((mode) => (
              <option key={mode} value={mode}>
                {modeText(mode)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={draft.negated} onChange={(event) => change({ negated: event.target.checked })} /> The text says that it did
          not or will not happen
        </label>
      </div>
      {problems.act === undefined ? null : <p role="alert">{problems.act}</p>}
    </fieldset>
  );
}

function PartyLists({ draft, change, problems }: Fields) {
  return (["actors", "targets"] as const).map((slot) => (
    <ListField
      key={slot}
      title={label(slot)}
      problem={problems[slot]}
      values={draft[slot]}
      fresh={NEW.party}
      change={(values) => change({ [slot]: values })}
    >
      {(name, value, set) => <PartyField name={name} value={value} change={set} />}
    </ListField>
  ));
}

function MatterFields({ draft, change, problems }: Fields) {
  return (
    <>
      <fieldset className="slot-field">
        <legend>About it</legend>
        <WordsField label={label("object")} value={draft.object} change={(object) => change({ object })} />
        <TimeField name={label("time")} value={draft.time} change={(time) => change({ time })} />
        {problems.time === undefined ? null : <p role="alert">{problems.time}</p>}
        <WordsField label={label("place")} value={draft.place} change={(place) => change({ place })} />
        <WordsField label={label("reason")} value={draft.reason} change={(reason) => change({ reason })} />
      </fieldset>
      <ListField title={label("items")} problem={problems.items} values={draft.items} fresh={NEW.item} change={(items) => change({ items })}>
        {(name, value, set) => <ItemField name={name} value={value} change={set} />}
      </ListField>
      <ListField title={label("money")} problem={problems.money} values={draft.money} fresh={NEW.sum} change={(money) => change({ money })}>
        {(name, value, set) => <SumField name={name} value={value} change={set} />}
      </ListField>
      <ListField title={label("terms")} problem={problems.terms} values={draft.terms} fresh={{ text: "" }} change={(terms) => change({ terms })}>
        {(name, value, set) => <WordsField label={name} value={value} change={set} />}
      </ListField>
      <ListField
        title={label("sources")}
        problem={problems.sources}
        values={draft.sources}
        fresh={NEW.source}
        change={(sources) => change({ sources })}
      >
        {(name, value, set) => <SourceField name={name} value={value} change={set} />}
      </ListField>
    </>
  );
}

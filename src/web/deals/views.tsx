// Saved views: filters and an order under a name, for all who use the ledger.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { ask, pathOf, queryText } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, fieldText, Modal, TroubleNote } from "../piece/index.ts";
import { parsed, useSay, useStatus } from "../shell/index.ts";
import type { DealSearch } from "./filter.ts";

type View = Forms["View"];

interface ViewsProps {
  readonly search: DealSearch;
  readonly open: (search: DealSearch) => void;
  readonly close: () => void;
}

/** The query of an address as views keep it. */
export function queryOf(search: DealSearch): string {
  return queryText(Object.fromEntries(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)))).slice(1);
}

/** The saved views, and a way to save what is shown. */
export function Views({ search, open, close }: ViewsProps) {
  const asked = useQuery({ queryKey: ["views"], queryFn: async ({ signal }) => ask<Forms["Views"]>("/views", { signal }) });
  const change = useChange();
  const role = useStatus().data?.asker.role;
  const mayChange = role !== undefined && role !== "reader";
  const views = asked.data?.views.filter(({ of }) => of === "deals") ?? [];
  const query = queryOf(search);
  return (
    <Modal title="Saved views" close={close}>
      {asked.isPending ? <Bones lines={2} /> : null}
      {asked.isError ? <TroubleNote error={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data !== undefined && views.length === 0 ? (
        <p className="soft">None yet. A view keeps filters and order under a name, for all who use this ledger.</p>
      ) : null}
      <ul className="deals-views">
        {views.map((view) => (
          <Line key={view.id} view={view} query={query} mayChange={mayChange} change={change.mutate} open={() => open(parsed(view.query))} />
        ))}
      </ul>
      {mayChange ? (
        <SaveForm names={views.map(({ name }) => name)} save={(name, onSuccess) => change.mutate({ what: "add", name, query }, { onSuccess })} />
      ) : (
        <p className="soft small">Views are saved and changed with the token of a reviewer.</p>
      )}
      {change.isError ? <TroubleNote error={change.error} /> : null}
    </Modal>
  );
}

type Changing =
  | { readonly what: "add"; readonly name: string; readonly query: string }
  | { readonly what: "put"; readonly view: View; readonly name: string; readonly query: string }
  | { readonly what: "remove"; readonly view: View };

async function toServer(changing: Changing): Promise<string> {
  if (changing.what === "remove") {
    await ask(pathOf("views", changing.view.id), { method: "DELETE" });
    return `The view “${changing.view.name}” was removed`;
  }
  const { name, query } = changing;
  const body = { name, of: "deals", query };
  if (changing.what === "add") await ask("/views", { method: "POST", body });
  else await ask(pathOf("views", changing.view.id), { method: "PUT", body });
  return `The view “${name}” was saved`;
}

function useChange() {
  const client = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: toServer,
    onSuccess: async (said) => {
      say(said);
      await client.invalidateQueries({ queryKey: ["views"] });
    },
  });
}

/** Changes views; `done` is called once the server has. */
type Change = (changing: Changing, done?: { readonly onSuccess: () => void }) => void;

interface ViewLineProps {
  readonly view: View;
  readonly query: string;
  readonly mayChange: boolean;
  readonly change: Change;
  readonly open: () => void;
}

/** A view, and what can be done with it. */
function Line({ open, ...props }: ViewLineProps) {
  const { view, query, mayChange, change } = props;
  const [isNaming, setNaming] = useState(false);
  const isShown = queryOf(parsed(view.query)) === query;
  const rename = (name?: string): void => {
    // The new name stays where it was written until the server has it.
    if (name === undefined || name === view.name) setNaming(false);
    else change({ what: "put", view, name, query: view.query }, { onSuccess: () => setNaming(false) });
  };
  if (isNaming) return <Rename view={view} done={rename} />;
  return (
    <li>
      <button className="deals-view" onClick={open} aria-current={isShown ? "true" : undefined}>
        {view.name}
        {isShown ? <span className="soft"> (shown now)</span> : null}
      </button>
      {mayChange ? <Changes {...props} isShown={isShown} rename={() => setNaming(true)} /> : null}
    </li>
  );
}

interface ChangesProps extends Omit<ViewLineProps, "open" | "mayChange"> {
  readonly isShown: boolean;
  readonly rename: () => void;
}

/** What a reviewer can do with a view. Others use it too: whoever removes one says so twice. */
function Changes({ view, query, change, isShown, rename }: ChangesProps) {
  const [isRemoving, setRemoving] = useState(false);
  if (isRemoving)
    return (
      <span className="row">
        <button onClick={() => change({ what: "remove", view })}>Remove it for everybody</button>
        <button className="plain" onClick={() => setRemoving(false)}>
          Keep it
        </button>
      </span>
    );
  const update = (): void => change({ what: "put", view, name: view.name, query });
  return (
    <span className="row">
      <button className="plain" onClick={rename} aria-label={`Rename ${view.name}`}>
        Rename
      </button>
      {isShown ? null : (
        <button className="plain" onClick={update} aria-label={`Update ${view.name} to what is shown now`}>
          Update
        </button>
      )}
      <button className="plain" onClick={() => setRemoving(true)} aria-label={`Remove ${view.name}`}>
        Remove
      </button>
    </span>
  );
}

function Rename({ view, done }: { readonly view: View; readonly done: (name?: string) => void }) {
  return (
    <li>
      <form className="row" onSubmit={(event) => done(nameIn(event))}>
        <label>
          New name of {view.name}
          <input name="name" defaultValue={view.name} required maxLength={100} pattern=".*\S.*" />
        </label>
        <button className="main">Rename</button>
        <button type="button" className="plain" onClick={() => done()}>
          Leave it
        </button>
      </form>
    </li>
  );
}

function SaveForm({ names, save }: { readonly names: readonly string[]; readonly save: (name: string, done: () => void) => void }) {
  const [taken, setTaken] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const name = nameIn(event);
    const isTaken = names.includes(name);
    setTaken(isTaken ? name : undefined);
    if (isTaken) return;
    const form = event.currentTarget;
    save(name, () => form.reset());
  };
  return (
    <form className="row" onSubmit={submit}>
      <label>
        Save what is shown as
        <input name="name" required maxLength={100} pattern=".*\S.*" placeholder="Contracts in dispute" />
      </label>
      <button className="main">Save</button>
      {taken === undefined ? null : (
        <p className="deals-trouble" role="alert">
          There is a view “{taken}” already: update it, or take another name.
        </p>
      )}
    </form>
  );
}

function nameIn(event: FormEvent<HTMLFormElement>): string {
  event.preventDefault();
  return fieldText(new FormData(event.currentTarget), "name");
}

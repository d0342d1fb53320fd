// One watch: what it is about, how one is told, what it told, and what was delivered.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, Day, Empty, fieldText, Mark, Modal, Page, TroubleNote } from "../piece/index.ts";
import { useLookedAt } from "../shell/index.ts";
import { AboutLink } from "./about-link.tsx";
import { AlertCard } from "./alert-card.tsx";
import { useChange, useDoing, useWatch } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { Deliveries } from "./deliveries.tsx";
import { watchRoute } from "./route.ts";
import { TestButton } from "./test-button.tsx";
import { Ways } from "./ways.tsx";
import "./watches.css";

/** The watch of the address. */
export function WatchView() {
  const { id } = watchRoute.useParams();
  const { data, isError, error, refetch } = useWatch(id);
  if (isError)
    return (
      <Page title="A watch">
        <TroubleNote error={error} again={() => void refetch()} />
        <p>
          <Link to="/watches">All watches</Link>
        </p>
      </Page>
    );
  if (data === undefined) return <Bones />;
  return (
    <Page key={id} title={data.name} aside={<Link to="/watches">All watches</Link>}>
      <div className="stack">
        <Facts watch={data} />
        <Ways watch={data} />
        <Alerts watch={data} />
        <Deliveries watches={[data]} of={data} />
      </div>
    </Page>
  );
}

function Facts({ watch }: { readonly watch: Watch }) {
  const change = useChange(watch.id);
  const { about, made, by, paused = false, digestEvery = 60 } = watch;
  return (
    <section className="stack" aria-label="About this watch">
      <p>
        <AboutLink about={about} />
        <span className="soft">
          {" · since "}
          <Day iso={made} />
          {by === undefined ? "" : ` by ${by}`} · digests gather for {digestEvery} minutes
        </span>
      </p>
      {paused ? (
        <p>
          <Mark tone="warn" sign="Ⅱ" text="paused" /> It hears of nothing until it goes on; what comes meanwhile is not told later.
        </p>
      ) : null}
      <div className="row screen-only">
        <button onClick={() => change.mutate({ paused: !paused })} disabled={change.isPending}>
          {paused ? "Go on" : "Pause"}
        </button>
        <Rename watch={watch} />
        <TestButton watch={watch} />
        <Remove watch={watch} />
      </div>
      {change.isError ? <TroubleNote error={change.error} /> : null}
    </section>
  );
}

function Rename({ watch }: { readonly watch: Watch }) {
  const [isOpen, setOpen] = useState(false);
  const change = useDoing(
    async (asked: Forms["WatchChange"]) => ask<Watch>(pathOf("watches", watch.id), { method: "PATCH", body: asked }),
    ({ name }) => `It is called “${name}”`,
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, minutes] = [fieldText(form, "name"), fieldText(form, "digest")];
    change.mutate({ name, ...(minutes === "" ? {} : { digestEvery: Number(minutes) }) }, { onSuccess: () => setOpen(false) });
  };
  return (
    <>
      <button onClick={() => setOpen(true)}>Change</button>
      {isOpen ? (
        <Modal title="Change the watch" close={() => setOpen(false)}>
          <form className="stack" onSubmit={submit}>
            <label>
              Name
              <input name="name" required maxLength={200} defaultValue={watch.name} />
            </label>
            <label>
              Minutes for which digests gather
              <input name="digest" type="number" min={1} max={10_080} defaultValue={watch.digestEvery ?? 60} />
            </label>
            <button className="main" disabled={change.isPending}>
              Keep
            </button>
            {change.isError ? <TroubleNote error={change.error} /> : null}
          </form>
        </Modal>
      ) : null}
    </>
  );
}

function Remove({ watch }: { readonly watch: Watch }) {
  const [isAsked, setAsked] = useState(false);
  const navigate = useNavigate();
  const remove = useDoing(
    async () => {
      await ask(pathOf("watches", watch.id), { method: "DELETE" });
      // Before what is shown here is asked for anew: it is gone.
      await navigate({ to: "/watches" });
    },
    () => `“${watch.name}” is watched no more`,
  );
  return (
    <>
      <button onClick={() => setAsked(true)}>End the watch</button>
      {isAsked ? (
        <Modal title={`End “${watch.name}”?`} close={() => setAsked(false)}>
          <p>Its alerts go, and what is still to be delivered. Deals and documents stay.</p>
          <button className="main" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
            End it
          </button>
          {remove.isError ? <TroubleNote error={remove.error} /> : null}
        </Modal>
      ) : null}
    </>
  );
}

const SHOWN = 100;

function Alerts({ watch }: { readonly watch: Watch }) {
  const found = useQuery({
    queryKey: ["alerts", watch.id],
    queryFn: async ({ signal }) => (await ask<Forms["Alerts"]>(pathOf("watches", watch.id, "alerts"), { query: { limit: SHOWN }, signal })).alerts,
    refetchInterval: 4000,
  });
  const fresh = useLookedAt(found.data);
  return (
    <section className="stack" aria-labelledby="told">
      <h2 id="told">What it told</h2>
      {found.isPending ? <Bones lines={3} /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? (
        <Empty title="Nothing changed yet">
          <p>
            It hears of what comes from now on. <Link to="/add">Add reports</Link>, or wait for the feeds.
          </p>
        </Empty>
      ) : null}
      {found.data?.map((alert) => (
        <AlertCard key={alert.id} alert={alert} isNew={fresh.has(alert.id)} />
      ))}
    </section>
  );
}

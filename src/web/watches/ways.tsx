// The ways by which a watch tells: those that it has, each to be tested or removed, and those that can be added.
import { useState } from "react";
import { ask, pathOf } from "../asking/index.ts";
import { counted, Modal } from "../piece/index.ts";
import { useDoing } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { AddMail, AddWebhook } from "./add-way.tsx";
import { BrowserWay } from "./browser-way.tsx";
import { Copied } from "./copied.tsx";
import { forgetWay, ownWays } from "./push.ts";
import { TestButton } from "./test-button.tsx";

type Way = Watch["channels"][number];

/** All ways of a watch. */
export function Ways({ watch }: { readonly watch: Watch }) {
  return (
    <section className="sheet stack" aria-labelledby="ways">
      <h2 id="ways">How you are told</h2>
      {watch.channels.length === 0 ? (
        <p className="soft">On this page while it is open, and by the feed. Add a way to be told elsewhere.</p>
      ) : (
        <ul className="ways">
          {watch.channels.map((way) => (
            <li key={way.id} className="row">
              <span className="way-name">{wayText(way)}</span>
              <TestButton watch={watch} way={way.id} />
              <RemoveWay watch={watch} way={way} />
            </li>
          ))}
        </ul>
      )}
      <BrowserWay watch={watch} />
      <AddWebhook watch={watch} />
      <AddMail watch={watch} />
      <Feeds watch={watch} />
    </section>
  );
}

/** A way in words. */
export function wayText(way: Way): string {
  switch (way.kind) {
    case "webhook":
      return `Webhook ${way.url}`;
    case "email":
      return `Mail to ${way.to}, at most every ${counted(way.every, "minute")}`;
    case "push":
      return ownWays()[way.id] === undefined ? "Notifications of another browser" : "Notifications of this browser";
  }
}

function RemoveWay({ watch, way }: { readonly watch: Watch; readonly way: Way }) {
  const [isAsked, setAsked] = useState(false);
  const remove = useDoing(
    async () => ask<undefined>(pathOf("watches", watch.id, "channels", way.id), { method: "DELETE" }),
    () => "It tells no more by this way",
  );
  const sure = (): void => {
    setAsked(false);
    remove.mutate(undefined, { onSuccess: () => forgetWay(way.id) });
  };
  return (
    <>
      <button onClick={() => setAsked(true)} aria-label={`Remove: ${wayText(way)}`}>
        Remove
      </button>
      {isAsked ? (
        <Modal title="Tell no more by this way?" close={() => setAsked(false)}>
          <p>{wayText(way)}</p>
          <p className="soft">What is still to be delivered by it is dropped.</p>
          <button className="main" onClick={sure}>
            Remove
          </button>
        </Modal>
      ) : null}
    </>
  );
}

/** The addresses of a watch's feed, and how a reader of feeds comes in. */
function Feeds({ watch }: { readonly watch: Watch }) {
  const at = (form: "rss" | "json"): string => `${window.location.origin}/api/v1${pathOf("watches", watch.id, "feed", form)}`;
  return (
    <details>
      <summary>Feed for a reader of feeds</summary>
      <div className="stack">
        <Copied name="RSS" text={at("rss")} />
        <Copied name="JSON Feed" text={at("json")} />
        <p className="soft small">
          Where the server asks for tokens, give the reader a token of the role reader (<code>pacta token add feeds --role reader</code>) as the
          password, with any name as the user.
        </p>
      </div>
    </details>
  );
}

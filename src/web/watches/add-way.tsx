// Adding a webhook or mail to a watch. The secret that signs a webhook's posts is shown once.
import { useState } from "react";
import type { FormEvent } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { fieldText, Modal, TroubleNote } from "../piece/index.ts";
import { useDoing } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { Copied } from "./copied.tsx";

function useAdding(watch: Watch) {
  return useDoing(
    async (request: Forms["ChannelRequest"]) => ask<Forms["Channel"]>(pathOf("watches", watch.id, "channels"), { method: "POST", body: request }),
    () => "It tells by this way too: send a test",
  );
}

/** Adds a webhook. */
export function AddWebhook({ watch }: { readonly watch: Watch }) {
  const [secret, setSecret] = useState<string>();
  const add = useAdding(watch);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [form, url] = [event.currentTarget, fieldText(new FormData(event.currentTarget), "url")];
    add.mutate(
      { kind: "webhook", url },
      {
        onSuccess: (way) => {
          form.reset();
          if ("secret" in way) setSecret(way.secret);
        },
      },
    );
  };
  return (
    <details>
      <summary>Add a webhook</summary>
      <form className="row fields" onSubmit={submit}>
        <label>
          Address that is posted to
          <input name="url" type="url" required maxLength={4000} pattern="https?://.+" placeholder="https://example.org/hook" />
        </label>
        <button disabled={add.isPending}>Add webhook</button>
      </form>
      <p className="soft small">Nothing of the server’s own or inner network is posted to unless it was started with --fetch-allow for it.</p>
      {add.isError ? <TroubleNote error={add.error} /> : null}
      {secret === undefined ? null : (
        <Modal title="The webhook’s secret" close={() => setSecret(undefined)}>
          <p>
            Posts are signed with it after Standard Webhooks: give it to whoever receives them. <strong>It is shown now and never again.</strong>
          </p>
          <Copied name="Secret" text={secret} />
        </Modal>
      )}
    </details>
  );
}

/** Adds mail. */
export function AddMail({ watch }: { readonly watch: Watch }) {
  const add = useAdding(watch);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [form, to, every] = [
      event.currentTarget,
      fieldText(new FormData(event.currentTarget), "to"),
      fieldText(new FormData(event.currentTarget), "every"),
    ];
    add.mutate({ kind: "email", to, ...(every === "" ? {} : { every: Number(every) }) }, { onSuccess: () => form.reset() });
  };
  return (
    <details>
      <summary>Add mail</summary>
      <form className="row fields" onSubmit={submit}>
        <label>
          Address
          <input name="to" type="email" required maxLength={320} placeholder="ada@example.org" />
        </label>
        <label>
          Minutes for which it waits for more
          <input name="every" type="number" min={1} max={10_080} placeholder="60" />
        </label>
        <button disabled={add.isPending}>Add mail</button>
      </form>
      <p className="soft small">
        Whoever runs the server says by which server mail goes out: <code>pacta watch mail</code>.
      </p>
      {add.isError ? <TroubleNote error={add.error} /> : null}
    </details>
  );
}

// Who one is, on a server that asks for a token.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { ask, forgetToken, holdToken } from "../asking/index.ts";
import { Page, TroubleNote } from "../piece/index.ts";

/** Asks for a token, and keeps one that is good. */
export function SignIn() {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const token = form.get("token");
    holdToken(typeof token === "string" ? token.trim() : "", form.get("remembered") !== null);
    try {
      await ask("/status");
      await client.resetQueries();
    } catch (thrown) {
      forgetToken();
      setError(thrown);
    }
  };
  return (
    <Page title="Who are you?">
      <form className="sheet stack" onSubmit={(event) => void submit(event)}>
        <p>
          This server asks for a token. Whoever runs it makes one with <code>pacta token add NAME --role reviewer</code>.
        </p>
        <label>
          Token
          <input name="token" type="password" autoComplete="current-password" required maxLength={200} />
        </label>
        <label>
          <input name="remembered" type="checkbox" /> Remember it in this browser
        </label>
        <div>
          <button className="main">Come in</button>
        </div>
        {error === undefined ? null : <TroubleNote error={error} />}
      </form>
    </Page>
  );
}

// A text that is pasted, with what is known of it.
import type { FormEvent } from "react";
import { TroubleNote } from "../piece/index.ts";
import { useGiving } from "./giving.ts";

/** Gives one text to be read. */
export function Paste() {
  const give = useGiving();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const written = event.currentTarget;
    const form = new FormData(written);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const [text, date, heading, url] = [field("text"), field("date"), field("heading").trim(), field("url").trim()];
    if (text.trim() === "") return;
    const record = { text, ...(date === "" ? {} : { date }), ...(heading === "" ? {} : { heading }), ...(url === "" ? {} : { url }) };
    give.mutate([{ given: async () => [{ record }] }], { onSuccess: () => written.reset() });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label>
        Text of the report
        <textarea name="text" rows={10} required />
      </label>
      <div className="row fields">
        <label>
          Day of publication
          <input name="date" type="date" aria-describedby="why-day" />
        </label>
        <label>
          Title (optional)
          <input name="heading" maxLength={2000} />
        </label>
        <label>
          Source address (optional)
          <input name="url" type="url" pattern="https?://.+" maxLength={2000} placeholder="https://…" />
        </label>
      </div>
      <p id="why-day" className="soft small">
        Without a day, “last week” stays unresolved, and the report counts for no day on which something was known. The address is not fetched: it
        names the document, so that the same report is never counted twice.
      </p>
      <div>
        <button className="main" disabled={give.isPending}>
          Read this text
        </button>
      </div>
      {give.isError ? <TroubleNote error={give.error} /> : null}
    </form>
  );
}

// Sends a test by one way of a watch, or by all, and shows at once what came back.
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { TroubleNote } from "../piece/index.ts";
import { useDoing } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { OutcomeMark } from "./outcome.tsx";

type Tries = Forms["Tries"]["tries"];

function summary(tries: Tries): string {
  const failed = tries.filter(({ outcome }) => outcome !== "sent");
  if (tries.length === 0) return "There is no way to test yet";
  return failed.length === 0 ? "The test arrived" : `The test did not arrive: ${failed.map(({ what, code }) => what ?? code ?? "").join("; ")}`;
}

/** A button, and behind it what came of the last test. */
export function TestButton({ watch, way }: { readonly watch: Watch; readonly way?: string }) {
  const test = useDoing(
    async () => (await ask<Forms["Tries"]>(pathOf("watches", watch.id, "test"), { method: "POST", query: { channel: way } })).tries,
    summary,
  );
  return (
    <>
      <button onClick={() => test.mutate()} disabled={test.isPending}>
        {test.isPending ? "Testing…" : way === undefined ? "Test all ways" : "Test"}
      </button>
      {test.data?.map((line) => (
        <span key={line.channel} className="row small">
          <OutcomeMark line={line} />
        </span>
      ))}
      {test.isError ? <TroubleNote error={test.error} /> : null}
    </>
  );
}

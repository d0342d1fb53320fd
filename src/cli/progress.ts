// The progress of a long reading, on one line of the terminal that is drawn over and wiped away at the end.
import type { Output } from "./output.ts";

/** Where a reading stands. `share` (0 to 1) is absent where the size of the input is unknown. */
export interface Standing {
  readonly documents: number;
  readonly claims: number;
  readonly failures: number;
  readonly seconds: number;
  readonly share?: number;
}

/** A line that shows progress. */
export interface Progress {
  readonly show: (standing: Standing) => Promise<void>;
  /** Shows other work in words. */
  readonly note: (words: string) => Promise<void>;
  /** Wipes the line, so that something else can be written in its place. */
  readonly clear: () => Promise<void>;
}

const BAR = 24;
const WIPE = "\r\u001b[2K";

/** A progress line on a terminal; nothing where there is none, nor in CI. */
export function progressOn(err: Output, env: Readonly<Record<string, string | undefined>>): Progress {
  if (!err.isTerminal || (env["CI"] ?? "") !== "") return { show: async () => undefined, note: async () => undefined, clear: async () => undefined };
  let drawn = false;
  const draw = async (line: string): Promise<void> => {
    drawn = true;
    await err.write(`${WIPE}${line.slice(0, Math.max(20, err.columns - 1))}`);
  };
  return {
    show: (standing) => draw(progressLine(standing)),
    note: draw,
    clear: async () => {
      if (drawn) await err.write(WIPE);
      drawn = false;
    },
  };
}

/** The line itself. */
export function progressLine({ documents, claims, failures, seconds, share }: Standing): string {
  const filled = Math.round(BAR * Math.min(1, share ?? 0));
  const bar = share === undefined ? "" : `[${"#".repeat(filled)}${"-".repeat(BAR - filled)}] ${Math.floor(100 * Math.min(1, share))}%  `;
  const failed = failures === 0 ? "" : `, ${failures} failed`;
  const rate = seconds > 0 ? `, ${(documents / seconds).toFixed(1)} a second` : "";
  return `${bar}${documents} document${documents === 1 ? "" : "s"}, ${claims} claim${claims === 1 ? "" : "s"}${failed}${rate}`;
}

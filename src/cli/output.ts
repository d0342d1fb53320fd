// Standard output and standard error, as far as commands use them: text that waits for a slow reader, and colours where a person looks.

/** Where text goes. `colours` says whether codes for them are welcome. */
export interface Output {
  readonly isTerminal: boolean;
  readonly colours: boolean;
  /** Characters in a line of the terminal; infinite where it is none. */
  readonly columns: number;
  /** Writes, and waits where the reader is slow. */
  readonly write: (text: string) => Promise<void>;
}

/** Columns of a terminal that does not tell them (0 in some). */
const ASSUMED = 80;

/** What is needed of a stream of this process; Node leaves out `isTTY` and `columns` where it is no terminal. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
  once(event: "drain", then: () => void): unknown;
}

/** The output of a stream of this process. Colours need a terminal, and neither `NO_COLOR` nor a dumb one. */
export function outputOf(stream: Stream, env: Readonly<Record<string, string | undefined>>): Output {
  const isTerminal = stream.isTTY === true;
  const plain = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return {
    isTerminal,
    colours: isTerminal && !plain,
    columns: isTerminal ? (stream.columns ?? 0) || ASSUMED : Number.POSITIVE_INFINITY,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once("drain", resolve);
      }),
  };
}

/** How words are set off on an output; all three leave them alone where colours are not welcome. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alert: (text: string) => string;
}

/** The ink of an output. */
export function inkOf({ colours }: Output): Ink {
  const paint = (on: number, off: number) => (text: string) => (colours ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { strong: paint(1, 22), faint: paint(2, 22), alert: paint(31, 39) };
}

// Standard output and standard error, as far as commands use them: text that waits for a slow reader, and colours where a person looks.
import type { WriteStream } from "node:tty";

/** Where text goes. `colours` says whether codes for them are welcome. */
export interface Output {
  readonly isTerminal: boolean;
  readonly colours: boolean;
  /** Characters in a line of the terminal; infinite where it is none. */
  readonly columns: number;
  /** Writes, and waits where the reader is slow. */
  readonly write: (text: string) => Promise<void>;
}

/** The output of a stream of this process. Colours need a terminal, and neither `NO_COLOR` nor a dumb one. */
export function outputOf(stream: NodeJS.WriteStream | WriteStream, env: Readonly<Record<string, string | undefined>>): Output {
  // Node leaves isTTY out where the stream is none.
  const isTerminal = Boolean(stream.isTTY);
  const plain = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return {
    isTerminal,
    colours: isTerminal && !plain,
    columns: isTerminal ? stream.columns : Number.POSITIVE_INFINITY,
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

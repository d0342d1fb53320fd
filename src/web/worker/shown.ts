// What is shown of an alert that was pushed, and where it leads. What comes is the server's, but a broken message must show something too: a browser
// takes a push that shows nothing ill.

/** A notification, and the path of the desk that it opens. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  /** The same alert is shown once. */
  readonly tag: string;
  readonly path: string;
}

/** The notification of a message. */
export function shownOf(message: string | undefined): Shown {
  const told = fieldsIn(message);
  const [title, text, watch, deal] = ["title", "text", "watch", "deal"].map((name) => told.get(name));
  const path = deal !== undefined ? `/deals/${encodeURIComponent(deal)}` : watch !== undefined ? `/watches/${encodeURIComponent(watch)}` : "/watches";
  return { title: title ?? "Something changed", body: text ?? "Open the desk to see what.", tag: told.get("id") ?? "pacta", path };
}

function fieldsIn(message: string | undefined): ReadonlyMap<string, string> {
  const fields = Object.entries(parsed(message) ?? {});
  return new Map(fields.filter((field): field is [string, string] => typeof field[1] === "string" && field[1] !== ""));
}

function parsed(message: string | undefined): object | undefined {
  try {
    const told: unknown = JSON.parse(message ?? "");
    return typeof told === "object" && told !== null ? told : undefined;
  } catch {
    return undefined;
  }
}

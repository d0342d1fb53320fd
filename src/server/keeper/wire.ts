// What the keeper's thread and the server tell each other.

/** `every`: milliseconds after which it looks at the chain without being told to. `allow`: hosts beyond the public web that may be told of changes, by `agent`. */
export interface KeeperSetup {
  readonly location: string;
  readonly every: number;
  readonly agent: string;
  readonly allow: string;
  readonly subject?: string;
}

/** What a round of telling came to. */
export interface Round {
  readonly alerts: number;
  readonly digests: number;
  readonly sent: number;
  readonly again: number;
  readonly dead: number;
}

/** How far the book is, `end` where that is the chain's end as it was looked at; or what went wrong, after which it tries again. */
export type KeeperMessage =
  | { readonly kind: "at"; readonly seq: number; readonly end?: true }
  | { readonly kind: "watching"; readonly told: Round }
  | { readonly kind: "trouble" | "untold"; readonly error: string };

// What the keeper's thread and the server tell each other.

/** `every`: milliseconds after which it looks at the chain without being told to. */
export interface KeeperSetup {
  readonly location: string;
  readonly every: number;
}

/** How far the book is, `end` where that is the chain's end as it was looked at; or what went wrong, after which it tries again. */
export type KeeperMessage = { readonly kind: "at"; readonly seq: number; readonly end?: true } | { readonly kind: "trouble"; readonly error: string };

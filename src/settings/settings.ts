// The port: what every store of settings promises. One contract suite runs against each of them.
import type { MailServer, PushSubscription, Records, Vapid, Watch, WatchStore } from "../watch/index.ts";
import type { Feed, Job, Page, Seen, Turn, View } from "./record.ts";
import type { Role, Token } from "./token.ts";

/** A token that is to be made; `expires` is the last day (ISO) on which it is good. */
export interface TokenRequest {
  readonly name: string;
  readonly role: Role;
  readonly expires?: string;
}

/** The tokens by which programs and people come in. Only the hash of a token's secret is kept. */
export interface Tokens {
  /** Makes a token. `secret` is told here and never again. */
  add(request: TokenRequest): Promise<{ readonly token: Token; readonly secret: string }>;
  /** All tokens, revoked ones among them, in the order in which they were made. */
  list(): Promise<readonly Token[]>;
  /** Takes a token's rights away for good; false where there is no such token, or it was revoked before. */
  revoke(id: string): Promise<boolean>;
  /** The token of a secret, where it is good today; notes the day as that of its last use. */
  admit(secret: string): Promise<Token | undefined>;
}

/**
 * What is neither entry nor projection, in a store of its own beside the ledger: a change of it changes no hash, and it can be thrown away. Every
 * method may throw `PACTA_SETTINGS_STORE` or `_CLOSED`; closing twice is fine.
 */
export interface Settings {
  readonly tokens: Tokens;
  readonly watches: Records<Watch>;
  readonly feeds: Records<Feed>;
  /** What was seen of each feed, by its address. */
  readonly seen: Records<Seen>;
  /** Pages that were read, by address. */
  readonly pages: Records<Page>;
  /** Documents that are to be read, and what came of them. */
  readonly jobs: Records<Job>;
  /** Lists that people want to come back to. */
  readonly views: Records<View>;
  /** Who works on what. */
  readonly turns: Records<Turn>;
  /** Browsers that want to be told. */
  readonly pushes: Records<PushSubscription>;
  /** The server that mail goes out by, under the id `smtp`; its address holds a password. */
  readonly mailServers: Records<MailServer>;
  /** Our keys for push services, under the id `vapid`. */
  readonly vapid: Records<Vapid>;
  readonly watching: WatchStore;
  close(): Promise<void>;
}

// The tables of the settings and how older ones come forward, the same on every store. A released migration is never edited: a change is one more.
import type { Dialect } from "../ledger/index.ts";

/** A token as a row; absent is null. */
interface TokenRow {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly role: string;
  readonly made: string;
  readonly expires: string | null;
  readonly revoked: string | null;
  readonly used: string | null;
}

/** A record of a kind, `body` as JSON. */
interface RecordRow {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
}

/** The tables. */
export interface Tables {
  readonly meta: { readonly key: string; readonly value: string };
  readonly tokens: TokenRow;
  readonly records: RecordRow;
}

/** What `meta` says of whose tables they are. */
export const FORMAT = "pacta-settings";

/** Every change of the tables, in order: the statements that make schema 1, those that make 2 of it, and so on. */
export function migrations(dialect: Dialect): readonly (readonly string[])[] {
  // An index in the order of a locale would not outlast its next version.
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  return [
    [
      `create table meta (key ${text} primary key, value ${text} not null)`,
      `insert into meta values ('format', '${FORMAT}')`,
      `create table tokens (id ${text} primary key, hash ${text} not null unique, name ${text} not null, rights ${text} not null, made ${text} not null,
        expires ${text}, revoked ${text}, used ${text})`,
      `create table records (kind ${text} not null, id ${text} not null, body ${text} not null, primary key (kind, id))`,
    ],
    // Rights were two: to ask, and to write.
    ["alter table tokens rename column rights to role", "update tokens set role = case role when 'write' then 'reviewer' else 'reader' end"],
  ];
}

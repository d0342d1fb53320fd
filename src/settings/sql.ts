// Settings on any SQL database: each method is one statement or transaction, and so whole or not at all.
import type { Kysely } from "kysely";
import { z } from "zod";
import { PactaError, toPactaError } from "../error.ts";
import { mailServerSchema, pushSchema, vapidSchema, watchSchema } from "../watch/index.ts";
import type { Records } from "../watch/index.ts";
import { feedSchema, jobSchema, pageSchema, seenSchema, turnSchema, viewSchema } from "./record.ts";
import type { Run } from "./run.ts";
import type { Tables } from "./schema.ts";
import type { Settings, Tokens } from "./settings.ts";
import { CHANGES, contested, swapped } from "./swap.ts";
import { hashOf, isGood, newSecret, ROLES } from "./token.ts";
import type { Token } from "./token.ts";
import { watchingIn } from "./watching.ts";

/** Open tables, and how they are closed. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** Settings on open tables. `location` is where they are, as it may be shown. */
export function sqlSettings({ db, close }: Store, location: string, clock: () => Date): Settings {
  let closing: Promise<void> | undefined;
  const run: Run = async (work) => {
    if (closing !== undefined) throw new PactaError("PACTA_SETTINGS_CLOSED", "the settings are closed", "Open them again", { source: location });
    return work().catch((thrown: unknown) => Promise.reject(explained(thrown, location)));
  };
  return {
    tokens: tokensIn(db, run, () => clock().toISOString()),
    watches: recordsIn(db, run, "watch", watchSchema),
    feeds: recordsIn(db, run, "feed", feedSchema),
    seen: recordsIn(db, run, "seen", seenSchema),
    pages: recordsIn(db, run, "page", pageSchema),
    jobs: recordsIn(db, run, "job", jobSchema),
    views: recordsIn(db, run, "view", viewSchema),
    turns: recordsIn(db, run, "turn", turnSchema),
    pushes: recordsIn(db, run, "push", pushSchema),
    mailServers: recordsIn(db, run, "mail", mailServerSchema),
    vapid: recordsIn(db, run, "vapid", vapidSchema),
    watching: watchingIn(db, run),
    close: () => (closing ??= close()),
  };
}

/** What a store threw, as an error that a user can act on. */
export function explained(thrown: unknown, location: string): PactaError {
  const { code, message, remedy, place, cause } = toPactaError(thrown);
  if (code !== "PACTA_INTERNAL") return new PactaError(code, message, remedy, { source: location, ...place }, cause ?? thrown);
  const what = `the settings cannot be read or written (${message})`;
  return new PactaError(
    "PACTA_SETTINGS_STORE",
    what,
    "Check that the file or server is there, and that you may write to it",
    { source: location },
    thrown,
  );
}

function tokensIn(db: Kysely<Tables>, run: Run, now: () => string): Tokens {
  return {
    add: (request) =>
      run(async () => {
        const { id, secret } = newSecret();
        const token: Token = { id, ...request, made: now() };
        const row = { ...token, hash: hashOf(secret), expires: token.expires ?? null, revoked: null, used: null };
        await db.insertInto("tokens").values(row).execute();
        return { token, secret };
      }),
    list: () => run(async () => (await db.selectFrom("tokens").selectAll().orderBy("made").orderBy("id").execute()).map(tokenOf)),
    revoke: (id) =>
      run(async () => {
        const { numUpdatedRows } = await db
          .updateTable("tokens")
          .set({ revoked: now() })
          .where("id", "=", id)
          .where("revoked", "is", null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    admit: (secret) =>
      run(async () => {
        const row = await db.selectFrom("tokens").selectAll().where("hash", "=", hashOf(secret)).executeTakeFirst();
        const [token, at] = [row === undefined ? undefined : tokenOf(row), now()];
        if (token === undefined || !isGood(token, at)) return undefined;
        const used = at.slice(0, 10);
        // Once a day: that somebody asks must not make a write of it.
        if (token.used !== used) await db.updateTable("tokens").set({ used }).where("id", "=", token.id).execute();
        return { ...token, used };
      }),
  };
}

function tokenOf({ id, name, role, made, expires, revoked, used }: Tables["tokens"]): Token {
  return {
    id,
    name,
    role: z.enum(ROLES).parse(role),
    made,
    ...(expires === null ? {} : { expires }),
    ...(revoked === null ? {} : { revoked }),
    ...(used === null ? {} : { used }),
  };
}

function recordsIn<R extends { readonly id: string }>(db: Kysely<Tables>, run: Run, kind: string, schema: z.ZodType<R>): Records<R> {
  const read = ({ body }: { readonly body: string }): R => checked(schema, JSON.parse(body));
  const own = db.selectFrom("records").select("body").where("kind", "=", kind);
  return {
    get: (id) =>
      run(async () => {
        const row = await own.where("id", "=", id).executeTakeFirst();
        return row === undefined ? undefined : read(row);
      }),
    put: (record) =>
      run(async () => {
        const { id } = checked(schema, record);
        const body = JSON.stringify(record);
        const insert = db.insertInto("records").values({ kind, id, body });
        await insert.onConflict((conflict) => conflict.columns(["kind", "id"]).doUpdateSet({ body })).execute();
      }),
    change: (id, next) =>
      run(async () => {
        for (let attempt = 1; attempt <= CHANGES; attempt += 1) {
          const row = await own.where("id", "=", id).executeTakeFirst();
          const made = next(row === undefined ? undefined : read(row));
          const after = made === undefined ? undefined : JSON.stringify(checked(schema, made));
          if (await swapped(db, { kind, id }, row?.body, after)) return made;
        }
        throw contested();
      }),
    remove: (id) =>
      run(async () => {
        const { numDeletedRows } = await db.deleteFrom("records").where("kind", "=", kind).where("id", "=", id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    list: () => run(async () => (await own.orderBy("id").execute()).map(read)),
  };
}

function checked<R>(schema: z.ZodType<R>, record: unknown): R {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  throw new PactaError("PACTA_SETTINGS_RECORD", z.prettifyError(parsed.error), "Correct what it names; nothing was written");
}

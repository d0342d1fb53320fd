// `pacta token`: the tokens by which programs come in. Only the hash of a secret is kept, so that it is shown once.
import { PactaError } from "../error.ts";
import type { Token } from "../settings/index.ts";
import { command, ledgerArg } from "./command.ts";
import { dayOption } from "./days.ts";
import { EXIT } from "./exit.ts";
import { tableOf } from "./layout.ts";
import { withSettings } from "./open.ts";
import { inkOf } from "./output.ts";
import { oneLine } from "./phrasing.ts";

/** `pacta token`. */
export const list = command({
  args: { ledger: ledgerArg, json: { type: "boolean", description: 'as JSON: [{"id","name","role","made","expires"?,"revoked"?,"used"?}]' } },
  examples: ["pacta token", "pacta token add archive --role reader"],
  run: async ({ ledger, json }, { env, out }) =>
    withSettings(ledger, env, async ({ tokens }) => {
      const all = await tokens.list();
      const [head = "", ...body] = tableOf([["ID", "ROLE", "MADE", "STATE", "NAME"], ...all.map(rowOf)], out.columns).split("\n");
      const text = all.length === 0 ? "no tokens\n" : `${inkOf(out).strong(head)}\n${body.join("\n")}`;
      await out.write(json === true ? `${JSON.stringify(all)}\n` : text);
      return EXIT.ok;
    }),
});

function rowOf({ id, name, role, made, expires, revoked, used }: Token): readonly string[] {
  const until = expires === undefined ? "" : `good until ${expires}`;
  const states = [revoked === undefined ? until : `revoked ${revoked.slice(0, 10)}`, used === undefined ? "never used" : `used ${used}`];
  return [id, role, made.slice(0, 10), states.filter((state) => state !== "").join(", "), oneLine(name)];
}

/** `pacta token add`. */
export const add = command({
  args: {
    name: { type: "positional", required: true, description: "whose it is, or what it is for" },
    role: {
      type: "enum",
      options: ["reader", "reviewer", "admin"],
      description: "reader: ask; reviewer: also decide, add documents, keep watches; admin: also hand out tokens (default: reader)",
    },
    expires: { type: "string", valueHint: "DAY", description: "the last day on which it is good (YYYY-MM-DD; default: none)" },
    ledger: ledgerArg,
    json: { type: "boolean", description: 'as JSON: {"token","secret"}' },
  },
  examples: ["pacta token add archive", "pacta token add ada --role reviewer --expires 2027-12-31"],
  run: async ({ name, role, expires, ledger, json }, { env, out, err }) => {
    const day = dayOption("expires", expires);
    return withSettings(ledger, env, async ({ tokens }) => {
      const made = await tokens.add({ name, role: role ?? "reader", ...(day === undefined ? {} : { expires: day }) });
      await out.write(json === true ? `${JSON.stringify(made)}\n` : `${made.secret}\n`);
      if (json !== true) await err.write(`token ${made.token.id}: this is the only time that it is shown\n`);
      return EXIT.ok;
    });
  },
});

/** `pacta token revoke`. */
export const revoke = command({
  args: { id: { type: "positional", required: true, description: "the token's id, as pacta token prints it" }, ledger: ledgerArg },
  examples: ["pacta token revoke 1a2b3c4d"],
  run: async ({ id, ledger }, { env, out }) =>
    withSettings(ledger, env, async ({ tokens }) => {
      if (!(await tokens.revoke(id))) throw new PactaError("PACTA_TOKEN_UNKNOWN", `there is no token "${id}" that is good`, "pacta token lists them");
      await out.write(`${id} is revoked\n`);
      return EXIT.ok;
    }),
});

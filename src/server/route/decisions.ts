// What people decide: appended under their names, all of a request or none, and refused where another decided in between.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import type { Decision, DecisionBody, Ledger } from "../../ledger/index.ts";
import { claimIdIn } from "../../reading/index.ts";
import { hasRights } from "../access/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { patiently } from "../patient.ts";
import { after, decidedSchema, decidingSchema, limit, next, storedDecisionSchema } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { personOf } from "./person.ts";
import { byChain } from "./tagged.ts";

const list = route(
  "reader",
  [],
  {
    method: "get",
    path: "/decisions",
    tags: ["decisions"],
    summary: "What people decided, newest first: who, when, why, and what it finds today",
    request: { query: z.object({ after: after(/^[1-9]\d{0,14}$/), limit }) },
    responses: { 200: json(z.strictObject({ decisions: z.array(storedDecisionSchema), next }).openapi("DecisionPage"), "A page of decisions") },
  },
  byChain,
);

const decide = route("reviewer", [404, 409, 410, 413, 415, 507], {
  method: "post",
  path: "/decisions",
  tags: ["decisions"],
  summary: "Decide: confirm, reject, correct, add-claim, promote, join, split, same-party, pin, undo, redact (an admin's)",
  description:
    "Decisions are about claims by their `ref`, as `documents/{id}/standing` gives it. With `basis`, the newest decision about the claim that the person saw, one that another came before is refused (409) and nothing is written. A claim that is added or promoted may have an empty id, and gets its own.",
  request: { body: body(decidingSchema) },
  responses: { 201: json(decidedSchema, "The decisions as they stand in the ledger") },
});

/** The decision, with an id for a claim that is made without one: that which the reader would give it. */
async function named(decision: Decision, ledger: Ledger): Promise<Decision> {
  if ((decision.type !== "add-claim" && decision.type !== "promote") || decision.claim.id !== "") return decision;
  const document = await ledger.document(decision.document, decision.version);
  // The ledger says what is wrong with a claim of a document that is not there.
  return document === undefined ? decision : { ...decision, claim: { ...decision.claim, id: claimIdIn(decision.claim, document) } };
}

/** Adds the routes of decisions. */
export function decisionRoutes(app: OpenAPIHono<Carried>, { ledger, log, clock }: Desk): void {
  app.openapi(list, async (c) => {
    return c.json(plain(await ledger.decisionPage(given(c.req.valid("query")))), 200);
  });

  app.openapi(decide, async (c) => {
    const asked = c.req.valid("json");
    const asker = c.get("asker");
    if (!hasRights(asker.role, "admin") && asked.decisions.some(({ decision }) => decision.type === "redact"))
      throw new PactaError("PACTA_SERVER_ROLE", `a ${asker.role} may not redact`, "Use a token whose role is admin");
    const by = personOf(asked.by, asker);
    const bodies = await Promise.all(
      asked.decisions.map(async (one): Promise<DecisionBody> => ({ by, ...one, decision: await named(one.decision, ledger) })),
    );
    const { seq } = await patiently(() => ledger.append(bodies.map((decided) => ({ kind: "decision", body: decided }))), clock);
    const decisions = bodies.map((decided, n) => ({ seq: seq - bodies.length + n + 1, ...decided }));
    log.info({ request: c.get("request"), seqs: decisions.map((one) => one.seq), types: decisions.map(({ decision }) => decision.type) }, "decided");
    return c.json(plain({ decisions }), 201);
  });
}

// Documents to be read: addresses, texts and files, taken at once and read in their turn, with how far it is.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { PactaError } from "../../error.ts";
import { jobSchema } from "../../settings/index.ts";
import type { Job } from "../../settings/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { asked, loosened } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { plain } from "./given.ts";

const { given, size: _, ...told } = loosened(jobSchema).shape;

/** A job as it is told: without what it was given, which may be large. */
const toldSchema = z
  .strictObject({ ...told, given: z.int().openapi({ description: "How many addresses, texts and files it was given" }) })
  .openapi("Job");

const add = route("reviewer", [413, 415, 507], {
  method: "post",
  path: "/jobs",
  tags: ["jobs"],
  summary: "Give documents to be read: addresses of the web, texts, or files in base64",
  description: "What is promised (202) is read even where the server ends before: it goes on when it is started again.",
  request: { body: body(z.strictObject({ given: given.min(1) }).openapi("JobRequest")) },
  responses: { 202: json(toldSchema, "The job, which waits for its turn") },
});

const list = route("reader", [], {
  method: "get",
  path: "/jobs",
  tags: ["jobs"],
  summary: "Jobs, the last that came first",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ default: 100 }) }) },
  responses: { 200: json(z.strictObject({ jobs: z.array(toldSchema) }).openapi("Jobs"), "The jobs") },
});

const params = z.object({ id: asked });

const one = route("reader", [404], {
  method: "get",
  path: "/jobs/{id}",
  tags: ["jobs"],
  summary: "A job, and what came of it so far",
  request: { params },
  responses: { 200: json(toldSchema, "The job") },
});

const events = route("reader", [404], {
  method: "get",
  path: "/jobs/{id}/events",
  tags: ["jobs"],
  summary: "A job as it goes on, as server-sent events: `job` with the job as it is, to its end",
  request: { params },
  responses: { 200: { description: "The events", content: { "text/event-stream": { schema: z.string() } } } },
});

const cancel = route("reviewer", [404, 409], {
  method: "delete",
  path: "/jobs/{id}",
  tags: ["jobs"],
  summary: "End a job; what was read of it stays in the ledger",
  request: { params },
  responses: { 204: { description: "It ends" } },
});

/** Adds the routes of jobs. */
export function jobRoutes(app: OpenAPIHono<Carried>, { jobs, log }: Desk): void {
  const known = async (id: string): Promise<Job> => {
    const job = await jobs.get(id);
    if (job === undefined) throw new PactaError("PACTA_JOB_UNKNOWN", `there is no job "${id}"`, "GET jobs lists them");
    return job;
  };

  app.openapi(add, async (c) => {
    const job = await jobs.add(c.req.valid("json").given, c.get("asker").name);
    log.info({ request: c.get("request"), job: job.id, given: job.given.length }, "a job was given");
    c.header("location", `jobs/${job.id}`);
    return c.json(plain(toldOf(job)), 202);
  });

  app.openapi(list, async (c) => {
    const all = await jobs.list();
    return c.json(plain({ jobs: all.slice(0, c.req.valid("query").limit ?? 100).map(toldOf) }), 200);
  });

  app.openapi(one, async (c) => c.json(plain(toldOf(await known(c.req.valid("param").id))), 200));

  app.openapi(events, async (c) => {
    const { id } = await known(c.req.valid("param").id);
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const job of jobs.watch(id, gone.signal)) await stream.writeSSE({ event: "job", data: JSON.stringify(toldOf(job)) });
    });
  });

  app.openapi(cancel, async (c) => {
    const { id } = await known(c.req.valid("param").id);
    if (!(await jobs.cancel(id)))
      throw new PactaError("PACTA_SERVER_JOB_ENDED", `job "${id}" has ended`, "Give its documents anew, where they are wanted");
    return c.body(null, 204);
  });
}

function toldOf({ size, ...job }: Job) {
  return { ...job, given: size };
}

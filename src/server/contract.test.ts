// The API against its own OpenAPI document: every answer of every route has the form that the document says, and every route is asked.
import { Ajv2020 } from "ajv/dist/2020.js";
import { default as addFormats } from "ajv-formats";
import { expect, test } from "vitest";
import { asRead, SALE, TREATY } from "../deal/book/having.fixture.ts";
import { harbour, harbourRef, talks } from "../ledger/decided.fixture.ts";
import { serving } from "./server.fixture.ts";
import type { Asked } from "./server.fixture.ts";

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const MAP = "columns: { name: deal, parties: parties }\nkind: agreement\nstate: signed\n";

/** Requests that together ask every route, with the status that each comes to. Those that write stand in the order in which they can be done. */
const REQUESTS: readonly (readonly [method: string, route: string, to: string, status: number, json?: unknown])[] = [
  ["get", "/deals", "deals", 200],
  ["get", "/deals", "deals?party=nor&state=cancelled&asOf=2020-01-01&known=2020-01-01&policy=most-origins&limit=1", 200],
  ["get", "/deals", "deals?money=usd:5&kind=transfer&item=q-70&act=sign&from=2010-01-01&to=2020-01-01&search=launchers", 200],
  ["get", "/deals", "deals?asOf=2020-02-30", 400],
  ["get", "/deals", "deals?after=elsewhere", 400],
  ["get", "/deals", "deals?sort=last&limit=1", 200],
  ["get", "/deals", "deals?sort=name&known=2020-01-01", 409],
  ["get", "/deals", "deals?sort=name&after=last.e30", 409],
  ["get", "/deals", "deals?after=name.e30", 409],
  ["get", "/totals/deals", "totals/deals", 200],
  ["get", "/totals/deals", "totals/deals?party=nor&search=launchers", 200],
  ["get", "/totals/deals", "totals/deals?known=2020-01-01", 200],
  ["get", "/totals/documents", "totals/documents", 200],
  ["get", "/deals/{id}", "deals/DEAL?known=2030-01-01", 200],
  ["get", "/deals/{id}", "deals/nothing", 404],
  ["get", "/changes", "changes", 200],
  ["get", "/changes", "changes?after=3&limit=1", 200],
  ["get", "/changes", "changes?after=-1", 400],
  ["get", "/claims", "claims?party=NOR&limit=2", 200],
  ["get", "/claims", "claims?readings=all&act=agree", 200],
  ["get", "/claims/{id}", "claims/CLAIM", 200],
  ["get", "/claims/{id}", "claims/none", 404],
  ["get", "/documents", "documents?limit=2", 200],
  ["get", "/documents/{id}", "documents/https%3A%2F%2Fexample.org%2Fa?version=1", 200],
  ["get", "/documents/{id}", "documents/b?version=7", 404],
  ["get", "/documents/{id}/readings", "documents/b/readings", 200],
  ["get", "/documents/{id}/readings", "documents/none/readings", 404],
  ["get", "/documents/{id}/standing", "documents/b/standing", 200],
  ["get", "/documents/{id}/standing", "documents/none/standing", 404],
  ["get", "/documents/{id}/copies", "documents/b/copies", 200],
  ["get", "/documents/{id}/copies", "documents/none/copies", 404],
  ["get", "/parties", "parties", 200],
  ["get", "/parties", "parties?begins=nor&limit=1", 200],
  ["get", "/parties/{key}", "parties/NOR", 200],
  ["get", "/parties/{key}", "parties/nobody", 404],
  ["get", "/parties/{key}/network", "parties/nor/network?limit=2", 200],
  ["get", "/parties/{key}/network", "parties/nobody/network", 404],
  ["get", "/items", "items?begins=q", 200],
  ["get", "/items/{name}", "items/Q-70", 200],
  ["get", "/items/{name}", "items/sa-10", 200],
  ["get", "/items/{name}/network", "items/q-70/network?limit=2", 200],
  ["get", "/items/{name}/network", "items/nothing/network", 200],
  ["get", "/search", "search?q=launchers", 200],
  ["get", "/search", "search", 400],
  ["get", "/search/documents", "search/documents?q=norland&limit=1", 200],
  ["get", "/search/documents", "search/documents?q=norland&after=x", 400],
  ["get", "/search/claims", "search/claims?q=norland%20launchers&limit=1", 200],
  ["get", "/search/claims", "search/claims", 400],
  ["get", "/review", "review?limit=2", 200],
  ["get", "/review", "review?kind=transfer", 200],
  ["get", "/review", "review?after=x", 400],
  ["get", "/status", "status", 200],
  ["post", "/decisions", "decisions", 201, { by: "Ada", decisions: [{ decision: { type: "reject", claim: harbourRef("b", 1) }, basis: 0 }] }],
  ["post", "/decisions", "decisions", 409, { by: "Bo", decisions: [{ decision: { type: "confirm", claim: harbourRef("b", 1) }, basis: 0 }] }],
  [
    "post",
    "/decisions",
    "decisions",
    201,
    {
      by: "Ada",
      decisions: [
        { decision: { type: "add-claim", document: "b", version: 1, claim: talks("b") }, why: "They did talk." },
        { decision: { type: "correct", claim: harbourRef("b", 0), slot: "object", value: "ferry" } },
      ],
    },
  ],
  ["post", "/decisions", "decisions", 404, { by: "Ada", decisions: [{ decision: { type: "confirm", claim: harbourRef("nowhere", 0) } }] }],
  ["post", "/decisions", "decisions", 400, { decisions: [] }],
  ["post", "/decisions", "decisions", 400, "{"],
  ["post", "/decisions", "decisions", 201, { by: "Ada", decisions: [{ decision: { type: "redact", document: "c", reason: "asked for" } }] }],
  ["get", "/decisions", "decisions?limit=2", 200],
  ["get", "/documents/{id}", "documents/c", 200],
  ["get", "/documents/{id}/standing", "documents/c/standing", 200],
  ["get", "/claims", "claims?document=c", 200],
  [
    "post",
    "/jobs",
    "jobs",
    202,
    { given: [{ record: { id: "n", date: "2030-01-02", text: "Norland sold two boats to Sudia." } }, { url: "http://127.0.0.1:9/x" }] },
  ],
  ["post", "/jobs", "jobs", 202, { given: [{ file: { name: "a.txt", base64: "Tm9ybGFuZCBtZXQgU3VkaWEu" } }] }],
  ["post", "/jobs", "jobs", 400, { given: [{ file: { name: "../a.txt", base64: "Tm8=" } }] }],
  ["get", "/jobs", "jobs?limit=2", 200],
  ["delete", "/jobs/{id}", "jobs/LASTJOB", 204],
  ["get", "/jobs/{id}/events", "jobs/FIRSTJOB/events", 200],
  ["get", "/jobs/{id}/events", "jobs/none/events", 404],
  ["get", "/jobs/{id}", "jobs/FIRSTJOB", 200],
  ["get", "/jobs/{id}", "jobs/none", 404],
  ["delete", "/jobs/{id}", "jobs/FIRSTJOB", 409],
  ["post", "/feeds", "feeds", 404, { url: "http://127.0.0.1:9/feed" }],
  ["post", "/feeds", "feeds", 400, { url: "ftp://127.0.0.1/feed" }],
  ["get", "/feeds", "feeds", 200],
  ["delete", "/feeds/{id}", "feeds/http%3A%2F%2F127.0.0.1%3A9%2Ffeed", 404],
  ["post", "/watches", "watches", 201, { name: "Norland", about: { party: "NOR" }, channels: [{ kind: "email", to: "ada@example.org" }] }],
  ["post", "/watches", "watches", 400, { name: "Nothing", about: { query: {} } }],
  ["get", "/watches", "watches", 200],
  ["get", "/watches/{id}", "watches/WATCH", 200],
  ["get", "/watches/{id}", "watches/none", 404],
  ["patch", "/watches/{id}", "watches/WATCH", 200, { name: "Norland's deals", paused: false }],
  ["post", "/watches/{id}/channels", "watches/WATCH/channels", 201, { kind: "webhook", url: "http://127.0.0.1:9/hook" }],
  ["post", "/watches/{id}/channels", "watches/WATCH/channels", 400, { kind: "webhook", url: "file:///etc/passwd" }],
  ["post", "/watches/{id}/test", "watches/WATCH/test", 200],
  ["get", "/deliveries", "deliveries?limit=5", 200],
  ["get", "/deliveries/dead", "deliveries/dead", 200],
  ["post", "/deliveries/replay", "deliveries/replay", 200, {}],
  ["get", "/alerts", "alerts?limit=5", 200],
  ["get", "/watches/{id}/alerts", "watches/WATCH/alerts", 200],
  ["get", "/watches/{id}/alerts", "watches/none/alerts", 404],
  ["get", "/watches/{id}/feed/{form}", "watches/WATCH/feed/rss", 200],
  ["get", "/watches/{id}/feed/{form}", "watches/WATCH/feed/json", 200],
  ["get", "/watches/{id}/feed/{form}", "watches/WATCH/feed/xml", 400],
  ["get", "/push-key", "push-key", 200],
  ["delete", "/watches/{id}/channels/{channel}", "watches/WATCH/channels/none", 404],
  ["delete", "/watches/{id}", "watches/WATCH", 204],
  ["post", "/views", "views", 201, { name: "Gas", of: "deals", query: "item=gas&sort=last" }],
  ["post", "/views", "views", 400, { name: "Gas", of: "tokens", query: "" }],
  ["get", "/views", "views", 200],
  ["put", "/views/{id}", "views/VIEW", 200, { name: "Oil", of: "claims", query: "" }],
  ["put", "/views/{id}", "views/none", 404, { name: "Oil", of: "claims", query: "" }],
  ["delete", "/views/{id}", "views/VIEW", 204],
  ["delete", "/views/{id}", "views/none", 404],
  ["post", "/imports", "imports", 200, { csv: "deal,parties\nLake pact,NOR;\nHill pact,NOR;POL\n", map: MAP, by: "Ada", name: "pacts", dry: true }],
  ["post", "/imports", "imports", 409, { csv: "deal\nx\n", map: "columns: {}", by: "Ada" }],
  ["post", "/tokens", "tokens", 201, { name: "archive", role: "reader", expires: "2999-12-31" }],
  ["post", "/tokens", "tokens", 400, { name: "", role: "reader" }],
  ["get", "/tokens", "tokens", 200],
  ["delete", "/tokens/{id}", "tokens/TOKEN", 204],
  ["delete", "/tokens/{id}", "tokens/TOKEN", 404],
];

/** Ids that are only known once the server is asked, by the words that stand for them. */
async function namesIn(server: Asked): Promise<Readonly<Record<string, () => Promise<string>>>> {
  const first = async (to: string, key: string) => {
    const { body } = await server.ask(to);
    return (body as Readonly<Record<string, readonly { readonly id: string; readonly claim?: { readonly id: string } }[]>>)[key]?.[0];
  };
  const jobs = async () => ((await server.ask("jobs")).body as { readonly jobs: readonly { readonly id: string }[] }).jobs;
  return {
    DEAL: async () => (await first("deals?item=q-70", "deals"))?.id ?? "",
    CLAIM: async () => (await first("claims?document=b", "claims"))?.claim?.id ?? "",
    FIRSTJOB: async () => (await jobs()).at(-1)?.id ?? "",
    LASTJOB: async () => (await jobs())[0]?.id ?? "",
    WATCH: async () => (await first("watches", "watches"))?.id ?? "",
    VIEW: async () => (await first("views", "views"))?.id ?? "",
    TOKEN: async () => (await first("tokens", "tokens"))?.id ?? "",
  };
}

test("every answer has the form that the OpenAPI document gives it", { timeout: 120_000 }, async () => {
  const reports = [
    harbour("https://example.org/a"),
    harbour("b"),
    harbour("c"),
    ...[...SALE, TREATY].map((each) => asRead({ ...each, document: { ...each.document, id: `d-${each.document.id}` } })),
  ];
  await serving(reports, { rate: 100_000, contact: "mailto:ada@example.org" }, async (server) => {
    const api = (await server.ask("//openapi.json")).body as OpenApi;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(api, "api");
    const asked = new Set<string>();
    const listed = Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    const names = await namesIn(server);
    for (const [method, path, told, status, json] of REQUESTS) {
      const name = /[A-Z]{4,}/.exec(told)?.[0] ?? "";
      const to = told.replace(name, encodeURIComponent((await names[name]?.()) ?? name));
      const route = `/api/v1${path}`;
      asked.add(`${method} ${route}`);
      const answer = await server.ask(to, { method: method.toUpperCase(), ...(json === undefined ? {} : { json }) });
      expect([method, to, answer.status, answer.status === status ? "" : answer.body]).toEqual([method, to, status, ""]);
      const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
      const response = api.paths[route]?.[method]?.responses[status];
      expect(response, `${method} ${route} says nothing of ${status}`).toBeDefined();
      if (status === 204) continue;
      expect(Object.keys(response?.content ?? {})).toContain(type);
      const pointer = ["paths", route, method, "responses", String(status), "content", type, "schema"].map((step) =>
        step.replaceAll("~", "~0").replaceAll("/", "~1"),
      );
      const fits = ajv.compile({ $ref: `api#/${pointer.map(encodeURIComponent).join("/")}` });
      expect([to, fits(answer.body), fits.errors]).toEqual([to, true, null]);
    }
    // What is not asked is not held to the document.
    expect(listed.filter((route) => !asked.has(route))).toEqual([]);
  });
});

// Resources: a deal, a document or a claim by its address, as the text that the tool of the same question gives.
import type { Tool } from "./tool.ts";
import type { Desk } from "./desk.ts";
import { PactaError } from "../error.ts";
import { argumentsFor } from "./arguments.ts";
import { few, short } from "./parts/index.ts";
import { TOOLS } from "./tools/index.ts";

/** A kind of resource: its address with the id left open, and the tool that reads it. */
interface Kind {
  readonly kind: string;
  readonly tool: string;
  readonly title: string;
  readonly description: string;
}

const KINDS: readonly Kind[] = [
  { kind: "deal", tool: "get_deal", title: "Deal", description: "The life of a deal, with the words and sources of each step" },
  {
    kind: "document",
    tool: "get_document",
    title: "Document",
    description: "The beginning of a document's text with what was claimed of it; its id written as encodeURIComponent does",
  },
  { kind: "claim", tool: "get_evidence", title: "Claim", description: "A claim with its words, their surroundings and its source" },
];

const MEDIA_TYPE = "text/plain";
const LISTED = 20;
const COMPLETED = 50;
const LONGEST = 3000;

/** The templates, as `resources/templates/list` gives them. */
export const TEMPLATES = KINDS.map(({ kind, title, description }) => ({
  name: kind,
  title,
  uriTemplate: `pacta://${kind}/{id}`,
  description,
  mimeType: MEDIA_TYPE,
}));

/** The address of a resource. */
function addressOf(kind: string, id: string): string {
  return `pacta://${kind}/${encodeURIComponent(id)}`;
}

/** The largest deals, as `resources/list` gives them. */
export async function resourcesAt(desk: Desk) {
  const { deals } = await (await desk.book()).deals({ limit: LISTED });
  return deals.map(({ id, name, state }) => ({
    uri: addressOf("deal", id),
    name: id,
    title: short(name, 200),
    description: `${state}: the life of the deal`,
    mimeType: MEDIA_TYPE,
  }));
}

/** What a resource holds. Throws `PACTA_MCP_RESOURCE` for an address that names none, and what its tool throws. */
export async function readResource(uri: string, desk: Desk) {
  const { tool, argument, id } = partsOf(uri);
  const { text } = await tool.call(argumentsFor(tool.input, { [argument]: id }), desk);
  return { contents: [{ uri, mimeType: MEDIA_TYPE, text }] };
}

interface Addressed {
  readonly tool: Tool;
  /** The argument of the tool that takes the id. */
  readonly argument: string;
  readonly id: string;
}

function partsOf(uri: string): Addressed {
  const [, kind = "", written = ""] = (uri.length <= LONGEST ? /^pacta:\/\/([a-z]+)\/([^/?#]+)$/.exec(uri) : undefined) ?? [];
  const id = decoded(written);
  const found = KINDS.find((one) => one.kind === kind);
  const tool = TOOLS.find(({ name }) => name === found?.tool);
  if (id !== undefined && id !== "" && tool !== undefined) return { tool, argument: kind, id };
  throw new PactaError(
    "PACTA_MCP_RESOURCE",
    `"${short(uri, 200)}" is not the address of a resource`,
    `Resources are ${TEMPLATES.map(({ uriTemplate }) => uriTemplate).join(", ")}; ids are written as encodeURIComponent does`,
  );
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** Ids of deals that begin as written, for whoever fills in an address or a prompt. */
export async function dealsBeginning(written: string, desk: Desk): Promise<readonly string[]> {
  const beginning = `deal-${written.slice(0, 100).replace(/^deal-/, "")}`;
  const book = await desk.book();
  return few(await book.named("deal-".startsWith(written) ? "deal-" : beginning, COMPLETED), COMPLETED);
}

// The server: what the protocol asks, answered at a desk of its own, one question at a time. Whatever is thrown becomes a coded error.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { CallToolResult, ListToolsResult } from "@modelcontextprotocol/sdk/types.js";
import { PactaError } from "../error.ts";
import { nearest } from "../nearest.ts";
import { argumentsFor } from "./arguments.ts";
import { atDesk } from "./desk.ts";
import type { Desk, Room } from "./desk.ts";
import { INSTRUCTIONS } from "./instructions.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { PROMPTS, promptFor } from "./prompts.ts";
import { dealsBeginning, readResource, resourcesAt, TEMPLATES } from "./resources.ts";
import type { Tool } from "./tool.ts";
import { TOOLS } from "./tools/index.ts";
import { troubleOf, troubleText } from "./trouble.ts";

/** What a server is made of. */
export interface ServerSetting extends Room {
  readonly version: string;
  /** Takes a line for the log: standard error, never standard output. */
  readonly log: (line: string) => void;
}

/** A server that is ready to be connected. `idle` resolves once no question is under way. */
export interface Made {
  readonly server: McpServer;
  readonly idle: () => Promise<void>;
}

/** Makes the server. */
export function mcpServer(setting: ServerSetting): Made {
  const info = { name: "pacta", title: "Pacta: deals between states, with their words and sources", version: setting.version };
  const capabilities = { tools: {}, resources: {}, prompts: {}, completions: {} };
  const made = new McpServer(info, { instructions: INSTRUCTIONS });
  const { server } = made;
  server.registerCapabilities(capabilities);
  const { ask, idle } = turns(setting);
  /** An error of the protocol: tools have results that say what went wrong, the rest has none. */
  const orError = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((thrown: unknown) => Promise.reject(protocolError(troubleOf(thrown, setting.log))));

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const answer = ask(signal, (desk) => called(params, desk));
    return answer.catch((thrown: unknown): CallToolResult => failed(troubleOf(thrown, setting.log)));
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: TEMPLATES }));
  server.setRequestHandler(ListResourcesRequestSchema, (_, { signal }) =>
    orError(ask(signal, async (desk) => ({ resources: await resourcesAt(desk) }))),
  );
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }, { signal }) => orError(ask(signal, (desk) => readResource(params.uri, desk))));
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: PROMPTS }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => orError(Promise.resolve().then(() => promptFor(params.name, params.arguments))));
  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument } }, { signal }) => {
    const isDeal = ref.type === "ref/prompt" ? argument.name === "deal" : ref.uri === "pacta://deal/{id}" && argument.name === "id";
    const found = isDeal ? ask(signal, (desk) => dealsBeginning(argument.value, desk)) : Promise.resolve([]);
    return orError(found.then((values) => ({ completion: { values: [...values] } })));
  });
  return { server: made, idle };
}

/** Questions one after the other: SQLite answers no two at a time, and a flood of them waits in order. */
function turns(room: Room) {
  let last: Promise<unknown> = Promise.resolve();
  const ask = <T>(stop: AbortSignal, work: (desk: Desk) => Promise<T>): Promise<T> => {
    const answer = last.then(() => atDesk(room, stop, work));
    last = answer.catch(() => undefined);
    return answer;
  };
  const idle = async (): Promise<void> => {
    for (let waited: unknown; waited !== last;) {
      waited = last;
      await last;
    }
  };
  return { ask, idle };
}

type ListedTool = ListToolsResult["tools"][number];

function listed({ name, title, description, input, output }: Tool): ListedTool {
  return {
    name,
    title,
    description,
    inputSchema: jsonSchemaOf(input, "input") as ListedTool["inputSchema"],
    outputSchema: jsonSchemaOf(output, "output") as ListedTool["outputSchema"],
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

async function called({ name, arguments: given }: { readonly name: string; readonly arguments?: unknown }, desk: Desk): Promise<CallToolResult> {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined) throw unknownTool(name);
  const { data, text } = await tool.call(argumentsFor(tool.input, given), desk);
  return { content: [{ type: "text", text }], structuredContent: { ...data } };
}

function unknownTool(name: string): PactaError {
  const names = TOOLS.map((one) => one.name);
  const meant = nearest(name.slice(0, 100), names);
  const remedy = meant === undefined ? `The tools are ${names.join(", ")}` : `Did you mean ${meant}?`;
  return new PactaError("PACTA_MCP_TOOL", `there is no tool "${name.slice(0, 100)}"`, remedy);
}

function failed(error: PactaError): CallToolResult {
  return { isError: true, content: [{ type: "text", text: troubleText(error) }], _meta: { "pacta/code": error.code, "pacta/remedy": error.remedy } };
}

/** Errors that say that there is no such thing. */
const NOT_FOUND = -32_002;

function protocolError(error: PactaError): McpError {
  const isOurs = error.code === "PACTA_INTERNAL" || error.code.startsWith("PACTA_LEDGER");
  const code = error.code.endsWith("_UNKNOWN") ? NOT_FOUND : isOurs ? ErrorCode.InternalError : ErrorCode.InvalidParams;
  return new McpError(code, troubleText(error), { code: error.code, remedy: error.remedy });
}

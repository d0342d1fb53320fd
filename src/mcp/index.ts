// The door of mcp/: the ledger for assistants, over the Model Context Protocol.
export { serveMcp } from "./serve.ts";

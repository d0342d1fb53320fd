// The door of server/: everything the ledger knows, over HTTP.
export { serve } from "./serve.ts";

// The servers and the relay that the ledger's own tests use: the benches grow ledgers in them and take the ground from under them.
export { startRelay } from "../src/ledger/postgres/relay.fixture.ts";
export { postgresPrograms, startServer } from "../src/ledger/postgres/server.fixture.ts";
export type { Server } from "../src/ledger/postgres/server.fixture.ts";

// A server of PostgreSQL of the bench's own, as the ledger's tests start theirs.
export { postgresPrograms, startServer } from "../../src/ledger/postgres/server.fixture.ts";

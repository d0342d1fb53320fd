// The book on SQLite, the store that needs nothing.
import { openLedger } from "../../ledger/index.ts";
import { bookContract } from "./book.contract.fixture.ts";

bookContract("SQLite", () => openLedger(":memory:"), 25);

// The thread that scrubs a file, over a connection of its own.
import Database from "better-sqlite3";
import { answer } from "../../thread/index.ts";
import { scrub } from "./scrub.ts";
import type { Scrubbing } from "./scrub.ts";

await answer((data) => {
  const { path, patience } = data as Scrubbing;
  const file = new Database(path, { timeout: patience, fileMustExist: true });
  try {
    file.pragma("secure_delete = on");
    scrub(file);
  } finally {
    file.close();
  }
});

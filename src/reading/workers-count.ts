// How many workers a machine can carry. Each holds a model and the knowledge of its own, so memory sets the bound where
// cores are many.
import { availableParallelism } from "node:os";

/** Bytes that a worker takes at its peak, with room for a long document. */
const WORKER = 350 * 1024 * 1024;

/** Bytes for what is no worker: the program, its input and its ledger. */
const PROGRAM = 350 * 1024 * 1024;

/** As many workers of so many threads as there are cores, fewer where memory (bytes that are free) is short; at least 1. */
export function workersFor(cores: number, threads: number, memory: number): number {
  return Math.max(1, Math.min(Math.floor(cores / threads), Math.floor((memory - PROGRAM) / WORKER)));
}

/** The same for the machine that this runs on, or for the container that it is held to. */
export function workersHere(threads = 1): number {
  return workersFor(availableParallelism(), threads, process.availableMemory());
}

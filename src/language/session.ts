// The network at run time: ONNX Runtime's native build, or its WebAssembly build where the native one cannot be loaded.
import { availableParallelism } from "node:os";
import type { env, InferenceSession, Tensor } from "onnxruntime-web";
import { PactaError } from "../error.ts";

/** Which build of ONNX Runtime runs the network; `auto` takes the native one where it can. */
export type Backend = "auto" | "native" | "wasm";

/** Input of one batch, row by row: `pieces`, `shapes`, `mask` are [rows, length]; `first`, `words` are [rows, count]. */
export interface Feed {
  readonly rows: number;
  readonly length: number;
  readonly count: number;
  readonly pieces: BigInt64Array;
  readonly shapes: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly first: BigInt64Array;
  readonly words: Uint8Array;
}

/** Output of one batch: label indices [rows, count], `names` [rows, count, labels] and `arcs` [rows, count, 1 + count] as log-probabilities. */
export interface Output {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly lemma: Int32Array;
  readonly names: Float32Array;
  readonly arcs: Float32Array;
  /** The label of the best relation to each head, [rows, count, 1 + count]. */
  readonly relations: Int32Array;
}

/** A loaded network. */
export interface Session {
  readonly backend: Exclude<Backend, "auto">;
  readonly run: (feed: Feed) => Promise<Output>;
  readonly close: () => Promise<void>;
}

/**
 * Loads a network; `threads` is how many cores one batch may use (default: all).
 * Throws `PACTA_MODEL_RUNTIME` where no build of ONNX Runtime can be loaded, `PACTA_MODEL_DAMAGED` where it refuses the network.
 */
export async function openSession(network: Uint8Array, backend: Backend = "auto", threads = availableParallelism()): Promise<Session> {
  const chosen = await loadRuntime(backend, threads);
  const session = await chosen.ort.InferenceSession.create(network, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionProviders: [chosen.backend === "native" ? "cpu" : "wasm"],
    logSeverityLevel: 3,
    // The arena keeps the memory of a batch for the next; a pattern for each of the many shapes of batches would only be kept.
    enableCpuMemArena: true,
    enableMemPattern: false,
  }).catch((cause: unknown) => {
    throw new PactaError("PACTA_MODEL_DAMAGED", "ONNX Runtime cannot load the language model", "Install Pacta anew", {}, cause);
  });
  const run = async (feed: Feed): Promise<Output> => outputOf(await session.run(tensorsOf(chosen.ort, feed)));
  return { backend: chosen.backend, run, close: () => session.release() };
}

interface Ort {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
  readonly env: typeof env;
}

async function loadRuntime(backend: Backend, threads: number): Promise<{ ort: Ort; backend: "native" | "wasm" }> {
  const causes: unknown[] = [];
  if (backend !== "wasm") {
    try {
      return { ort: await import("onnxruntime-node"), backend: "native" };
    } catch (cause) {
      causes.push(cause);
    }
  }
  if (backend !== "native") {
    try {
      const ort = await import("onnxruntime-web");
      ort.env.wasm.numThreads = threads;
      return { ort, backend: "wasm" };
    } catch (cause) {
      causes.push(cause);
    }
  }
  const remedy = "Run npm ci again; on a system without a native build leave the backend at auto";
  throw new PactaError("PACTA_MODEL_RUNTIME", "ONNX Runtime cannot be loaded", remedy, {}, causes.at(-1));
}

type Tensors = InferenceSession.OnnxValueMapType;

function tensorsOf(ort: Ort, feed: Feed): Tensors {
  const byPiece = [feed.rows, feed.length];
  const byWord = [feed.rows, feed.count];
  return {
    pieces: new ort.Tensor("int64", feed.pieces, byPiece),
    shapes: new ort.Tensor("int64", feed.shapes, byPiece),
    mask: new ort.Tensor("int64", feed.mask, byPiece),
    first: new ort.Tensor("int64", feed.first, byWord),
    words: new ort.Tensor("bool", feed.words, byWord),
  };
}

function outputOf(values: Tensors): Output {
  const whole = (name: string): Int32Array => typed(values, name, Int32Array);
  const real = (name: string): Float32Array => typed(values, name, Float32Array);
  return { upos: whole("upos"), xpos: whole("xpos"), lemma: whole("lemma"), names: real("names"), arcs: real("arcs"), relations: whole("relations") };
}

function typed<Data>(values: Tensors, name: string, kind: new (...args: never[]) => Data): Data {
  const data = values[name]?.data;
  if (data instanceof kind) return data;
  throw new PactaError("PACTA_MODEL_DAMAGED", `the language model gives no ${name}`, "Install Pacta anew");
}

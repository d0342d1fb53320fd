// A network at run time: ONNX Runtime's native build, or its WebAssembly build where the native one cannot be loaded.
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

/** Output of one batch of the reader: label indices [rows, count], `names` [rows, count, labels] and `arcs` [rows, count, 1 + count] as log-probabilities. */
export interface Output {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly lemma: Int32Array;
  readonly names: Float32Array;
  readonly arcs: Float32Array;
  /** The label of the best relation to each head, [rows, count, 1 + count]. */
  readonly relations: Int32Array;
}

/**
 * Output of one batch of the network for acts, as probabilities: `acts` [rows, count, acts] that a word tells an act; the others
 * [rows, count, count] that the second word has that part in what the first tells.
 */
export interface ActOutput {
  readonly acts: Float32Array;
  readonly actors: Float32Array;
  readonly targets: Float32Array;
  readonly object: Float32Array;
}

/** A loaded network. */
export interface Session<Out> {
  readonly backend: Exclude<Backend, "auto">;
  readonly run: (feed: Feed) => Promise<Out>;
  readonly close: () => Promise<void>;
}

/** What a network takes of a feed, and how its output is read. */
export interface NetworkForm<Out> {
  readonly takes: readonly (keyof ReturnType<typeof tensorsOf>)[];
  readonly outputOf: (values: Tensors) => Out;
}

/**
 * Loads a network; `threads` is how many cores one batch may use (default: all).
 * Throws `PACTA_MODEL_RUNTIME` where no build of ONNX Runtime can be loaded, `PACTA_MODEL_DAMAGED` where it refuses the network.
 */
export async function openSession<Out>(
  network: Uint8Array,
  { takes, outputOf }: NetworkForm<Out>,
  backend: Backend = "auto",
  threads = availableParallelism(),
): Promise<Session<Out>> {
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
  const run = async (feed: Feed): Promise<Out> => {
    const tensors = tensorsOf(chosen.ort, feed);
    return outputOf(await session.run(Object.fromEntries(takes.map((name) => [name, tensors[name]]))));
  };
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

function tensorsOf(ort: Ort, feed: Feed): Record<"pieces" | "shapes" | "mask" | "first" | "words", Tensor> {
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

/** The network that tags words and builds trees. */
export const READER: NetworkForm<Output> = {
  takes: ["pieces", "shapes", "mask", "first", "words"],
  outputOf: (values) => ({
    upos: typed(values, "upos", Int32Array),
    xpos: typed(values, "xpos", Int32Array),
    lemma: typed(values, "lemma", Int32Array),
    names: typed(values, "names", Float32Array),
    arcs: typed(values, "arcs", Float32Array),
    relations: typed(values, "relations", Int32Array),
  }),
};

/** The network that tells acts. */
export const ACTS: NetworkForm<ActOutput> = {
  takes: ["pieces", "shapes", "mask", "first"],
  outputOf: (values) => ({
    acts: typed(values, "acts", Float32Array),
    actors: typed(values, "actors", Float32Array),
    targets: typed(values, "targets", Float32Array),
    object: typed(values, "object", Float32Array),
  }),
};

function typed<Data>(values: Tensors, name: string, kind: new (...args: never[]) => Data): Data {
  const data = values[name]?.data;
  if (data instanceof kind) return data;
  throw new PactaError("PACTA_MODEL_DAMAGED", `the language model gives no ${name}`, "Install Pacta anew");
}

// Opens the reader without making everyone who only needs the claim's schema load the model's code.
import type { Reader, ReaderOptions } from "./reader.ts";

/** Opens the reader; the model is read from disk now. Throws `PACTA_MODEL_*` and `PACTA_KNOWLEDGE_*`. */
export async function openReader(options: ReaderOptions = {}): Promise<Reader> {
  const { createReader } = await import("./reader.ts");
  return createReader(options);
}

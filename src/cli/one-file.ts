// One file for the commands that look at one: its decoded text, or the coded error of what is wrong with it.
import { PactaError } from "../error.ts";
import type { MediaType, Resource } from "../source/index.ts";

/** The resource at a path (`-` for standard input), in the format that the command expects. Throws its input error. */
export async function oneFile(path: string, mediaType: MediaType): Promise<Resource> {
  const { nodeIo, readSources } = await import("../source/index.ts");
  for await (const found of readSources([path], nodeIo(), { mediaType })) {
    if (found.kind === "failure") throw found.error;
    return found;
  }
  throw new PactaError("PACTA_INPUT_EMPTY", "there is nothing to read", "Name a file with words in it", { source: path });
}

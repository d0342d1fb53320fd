// What a job was given as a world of files: nothing else of this machine can be named.
import { PactaError } from "../../error.ts";
import type { SourceIo } from "../../source/index.ts";
import type { Job } from "../../settings/index.ts";

/** The paths of what was given, in order, and a world that holds nothing else. Files keep their names, each in a folder of its own. */
export function givenIo(given: Job["given"], fetch: NonNullable<SourceIo["fetch"]>): { readonly paths: readonly string[]; readonly io: SourceIo } {
  const files = new Map<string, Uint8Array>();
  const paths = given.map((each, at): string => {
    if ("url" in each) return each.url;
    const [name, bytes] =
      "file" in each ? [each.file.name, Buffer.from(each.file.base64, "base64")] : ["record.json", Buffer.from(JSON.stringify(each.record))];
    const path = `${at + 1}/${name}`;
    files.set(path, bytes);
    return path;
  });
  const bytesAt = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes !== undefined) return bytes;
    throw new PactaError("PACTA_INPUT_MISSING", "there is no such file", "Send its bytes", { source: path });
  };
  const io: SourceIo = {
    kindOf: async (path) => (bytesAt(path) === undefined ? "other" : "file"),
    list: async () => [],
    realPath: async (path) => path,
    open: async function* (path) {
      yield bytesAt(path);
    },
    standardInput: async function* () {
      yield* [];
    },
    fetch,
  };
  return { paths, io };
}

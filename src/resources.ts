// Where the package's own files lie. src/ and dist/ stand side by side under the package root, so that one
// rule finds knowledge/ and models/ from a checkout as well as from an installed tarball.
import { fileURLToPath } from "node:url";

/**
 * The absolute path of a file or folder of the package, e.g. `resource("knowledge", "acts")`.
 * Nothing is read here: whoever reads the file reports its absence. Call it at the edges and hand the path in.
 */
export function resource(...parts: readonly string[]): string {
  return fileURLToPath(new URL(["..", ...parts].join("/"), import.meta.url));
}

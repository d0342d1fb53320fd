// Cycles of imports. Each file's reach is walked with a stack of its own: the graph is a few hundred files, and a
// plain depth-first walk is easier to trust than a clever one.
import type { Import } from "./imports.ts";

/** Every group of files that import each other in a round, one round a group, each as the paths along it. */
export function cycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = Map.groupBy(imports, (found) => found.from);
  const done = new Set<string>();
  const rounds: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) return void rounds.push(trail.slice(at));
    if (done.has(path)) return;
    for (const { to } of next.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return rounds;
}

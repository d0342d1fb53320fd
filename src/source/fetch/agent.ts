// Who asks, as servers of the web are told it.

/** The name under which pages and feeds are asked for. */
export function readingAgent(version: string): string {
  return `Pacta/${version} (reads news about agreements between states)`;
}

/** The name under which somebody is told of a change. */
export function tellingAgent(version: string): string {
  return `Pacta/${version} (tells of changes that somebody asked to hear of)`;
}

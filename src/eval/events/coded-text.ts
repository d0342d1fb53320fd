// A sentence with the events that a corpus codes in it, in one form for both corpora.

/** Who takes part in an event: a state by its id, and the words that name it where the corpus gives them. */
export interface CodedActor {
  /** ISO 3166-1 alpha-3; absent for organisations and for whoever acts for no state. */
  readonly id?: string;
  readonly words?: string;
  /** False where it is somebody who does not roll up to a state or an organisation. */
  readonly official: boolean;
}

/** One event; a joint act may have all its parties as sources. */
export interface CodedEvent {
  readonly code: string;
  readonly sources: readonly CodedActor[];
  readonly targets: readonly CodedActor[];
}

/** A text and its events; `date` is ISO 8601. */
export interface CodedText {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly events: readonly CodedEvent[];
}

/** True where two different parties of states or organisations take part: what goes on within one is no claim. */
export function isBetweenParties({ sources, targets }: CodedEvent): boolean {
  const all = [...sources, ...targets];
  return all.every(({ official }) => official) && new Set(all.map(({ id, words }) => id ?? words)).size > 1;
}

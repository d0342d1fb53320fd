// What is kept as settings besides tokens and what watch/ says of watches: where a feed was left off. It is said by no document, and
// changes or goes, so that it has no place in the chain.
import { z } from "zod";

const instant = z.iso.datetime();

/** The schema of a feed. */
export const feedSchema = z.strictObject({
  id: z.url(),
  made: instant,
  polled: instant.exactOptional(),
  etag: z.string().exactOptional(),
  modified: z.string().exactOptional(),
});

/** A feed, known by its address, and what its server said when it was last asked (`ETag`, `Last-Modified`). */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

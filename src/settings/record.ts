// What is kept as settings besides tokens: what somebody wants to hear of, and where a feed was left off. None of it is said by a document, and all of
// it changes or goes, so that it has no place in the chain.
import { z } from "zod";

const id = z.string().min(1).max(500);
const instant = z.iso.datetime();

/** The schema of a watch. */
export const watchSchema = z.strictObject({
  id,
  name: z.string().min(1),
  about: z.union([
    z.strictObject({ deal: z.string().min(1) }),
    z.strictObject({ party: z.string().min(1) }),
    z.strictObject({ item: z.string().min(1) }),
    z.strictObject({ search: z.string().min(1) }),
  ]),
  made: instant,
});

/** The schema of a feed. */
export const feedSchema = z.strictObject({
  id: z.url(),
  made: instant,
  polled: instant.exactOptional(),
  etag: z.string().exactOptional(),
  modified: z.string().exactOptional(),
});

/** What somebody wants to hear of: a deal, a party, goods, or what a search finds. `made` is an instant (ISO 8601). */
export type Watch = Readonly<z.infer<typeof watchSchema>>;
/** A feed, known by its address, and what its server said when it was last asked (`ETag`, `Last-Modified`). */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

// The door of watch/: who wants to hear of which deals, what is told them, and how it gets there.
export type { Alert, AlertDeal, ChangeAlert, Digest, DigestLine, OpenDigest, TestAlert } from "./alert.ts";
export type { Delivered, Patience } from "./deliver.ts";
export type { FeedPlace } from "./feed.ts";
export { look } from "./look.ts";
export type { Seen } from "./look.ts";
export type { DeadDelivery, Delivery, LogLine, Outcome, Settled, Step, Records, WatchSettings, WatchStore, Which } from "./store.ts";
export { contactOf } from "./push.ts";
export { mailServerSchema, pushSchema, vapidSchema, watchSchema } from "./watch.ts";
export type { Channel, MailServer, PushSubscription, Query, Vapid, Watch } from "./watch.ts";
export { createWatching, withoutSecrets } from "./watching.ts";
export type { ChannelRequest, Round, RunOptions, WatchChange, Watching, WatchingOptions, WatchRequest } from "./watching.ts";
export { paragraphsOf, titleOf } from "./words.ts";

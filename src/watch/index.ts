// The door of watch/: who wants to hear of which deals, what is told them, and how it gets there.
export type { Alert, AlertDeal, ChangeAlert, Digest, DigestLine, OpenDigest, TestAlert } from "./alert.ts";
export { look } from "./look.ts";
export type { Looking, Seen } from "./look.ts";
export type { DeadDelivery, Delivery, LogLine, Outcome, Settled, Step, WatchRecords, WatchSettings, WatchStore, Which } from "./store.ts";
export { channelSchema, mailServerSchema, pushSchema, querySchema, vapidSchema, watchSchema } from "./watch.ts";
export type { Channel, MailServer, PushSubscription, Query, Vapid, Watch } from "./watch.ts";

// The library's door: what a program that imports "pacta-ledger" may use. Everything here is documented where it is made.
//
// The way of the data: `openReader` and `openLedger`, then `read` paths (or `documentsFrom` a text and `intake`) into
// claims, `dealReadings` out of the ledger, and `deals`, `dealLine` and `dealLife` of those at any pair of days.
export { PactaError, toPactaError } from "./error.ts";
export type { ErrorCode, Place } from "./error.ts";

export { allowanceOf, createFetcher, nodeIo } from "./source/index.ts";
export type {
  Allowance,
  Failure,
  Fetched,
  Fetcher,
  FetcherOptions,
  FetchLimits,
  FetchRequest,
  FetchResult,
  Hop,
  MediaType,
  NotModified,
  PathKind,
  SourceIo,
  Unfetched,
  Validators,
} from "./source/index.ts";

export { checkQuote, contains, extract, loadDocumentSetting, overlaps, quoteOf } from "./document/index.ts";
export type {
  Block,
  BlockKind,
  DateBasis,
  DeclaredOrigin,
  Document,
  DocumentSetting,
  Extraction,
  Given,
  Outcome,
  Published,
  Quote,
  Span,
} from "./document/index.ts";

export type { Analysis, Name, NameType, Sentence, Upos, Word } from "./language/index.ts";

export { abstentionSchema, ACTS, claimSchema, openReader } from "./reading/index.ts";
export type {
  Abstention,
  Act,
  AnnotatedDocument,
  Claim,
  Explanation,
  Item,
  Mode,
  Money,
  OpenReaderOptions,
  Party,
  Reader,
  ReaderOptions,
  Reading,
  Source,
} from "./reading/index.ts";

export { openCoder } from "./coder/index.ts";
export type { Budget, Coded, Coder, CoderAccount, CoderOptions, Prices } from "./coder/index.ts";

export { backupLines, diffReadings, fingerprint, openLedger, personRule, refOf, refsOf, resolveRef, restoreLines, verify } from "./ledger/index.ts";
export type {
  ChangedClaim,
  ClaimFilter,
  ClaimPage,
  ClusterPage,
  Correction,
  Decided,
  Decision,
  DecisionBody,
  DecisionPage,
  DocumentPage,
  Entry,
  Head,
  Ledger,
  LedgerOptions,
  ListedDocument,
  ListedReading,
  Origin,
  PageAsked,
  ReadingDiff,
  Receipt,
  Ref,
  Review,
  SealedEntry,
  Slot,
  Standing,
  StandingClaim,
  StoredClaim,
  StoredDecision,
  StoredDocument,
  StoredReading,
} from "./ledger/index.ts";

export { cluster, dealLife, dealLine, deals, fold, loadDealKnowledge } from "./deal/index.ts";
export type {
  AsOf,
  Attachment,
  Bounds,
  ClaimInDocument,
  Conflict,
  Deal,
  DealAtDays,
  DealDocument,
  DealKind,
  DealKnowledge,
  DealLine,
  DealsQuery,
  DealState,
  LifeRow,
  Membership,
  Policy,
  Side,
  Step,
} from "./deal/index.ts";

export { openBook } from "./deal/index.ts";
export type { DealBook, DealChange, DealChanges, DealFilter, DealFound, DealPage, Threads, ToldChange } from "./deal/index.ts";

export { openSettings } from "./settings/index.ts";
export type { Settings } from "./settings/index.ts";

export { createWatching, withoutSecrets } from "./watch/index.ts";
export type {
  Alert,
  AlertDeal,
  ChangeAlert,
  Channel,
  ChannelRequest,
  DeadDelivery,
  Delivered,
  Digest,
  DigestLine,
  FeedPlace,
  LogLine,
  Outcome as DeliveryOutcome,
  Patience,
  Query,
  Round,
  RunOptions,
  Seen,
  TestAlert,
  Watch,
  WatchChange,
  Watching,
  WatchingOptions,
  WatchRequest,
  WatchSettings,
  Which,
} from "./watch/index.ts";

export { documentsFrom, FOREIGN, intake, read } from "./intake/index.ts";
export type { BatchLimits, IntakeSetting, ReadOptions, Taken } from "./intake/index.ts";

export { dealReadings } from "./cli/index.ts";

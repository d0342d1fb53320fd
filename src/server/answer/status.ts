// Which status of HTTP an error comes to. Codes that are not listed are refusals of the input, unless they are ours or the store's.
import type { ErrorCode } from "../../error.ts";

/** A status, and what RFC 9110 calls it. */
interface Status {
  readonly status: number;
  readonly title: string;
}

const STATUSES = {
  bad: { status: 400, title: "Bad Request" },
  unknown: { status: 401, title: "Unauthorized" },
  forbidden: { status: 403, title: "Forbidden" },
  absent: { status: 404, title: "Not Found" },
  method: { status: 405, title: "Method Not Allowed" },
  conflict: { status: 409, title: "Conflict" },
  gone: { status: 410, title: "Gone" },
  large: { status: 413, title: "Content Too Large" },
  media: { status: 415, title: "Unsupported Media Type" },
  many: { status: 429, title: "Too Many Requests" },
  defect: { status: 500, title: "Internal Server Error" },
  busy: { status: 503, title: "Service Unavailable" },
  full: { status: 507, title: "Insufficient Storage" },
} as const satisfies Readonly<Record<string, Status>>;

const OF_CODES: readonly (readonly [RegExp, keyof typeof STATUSES])[] = [
  [/^PACTA_SERVER_TOKEN$/, "unknown"],
  [/^PACTA_SERVER_(?:ROLE|HOST|ORIGIN|PERSON)$/, "forbidden"],
  [/^PACTA_SERVER_METHOD$/, "method"],
  [/^PACTA_SERVER_RATE$/, "many"],
  [/^PACTA_(?:SERVER_TOO_LARGE|INPUT_TOO_LARGE)$/, "large"],
  [/^PACTA_SERVER_MEDIA_TYPE$/, "media"],
  [/^PACTA_SERVER_(?:TIME|BOOK|BUSY)$/, "busy"],
  [/^PACTA_(?:\w+_UNKNOWN|SERVER_(?:PATH|FEED)|LEDGER_DECISION_(?:DOCUMENT|CLAIM|ABSTENTION))$/, "absent"],
  [/^PACTA_LEDGER_REDACTED$/, "gone"],
  // The server was started without what is needed for it.
  [/^PACTA_PUSH_CONTACT$/, "conflict"],
  // A sheet must fit its map, a cursor the order of its list.
  // What is decided must fit what the ledger holds: quotes their text, an undo what is not undone yet.
  [
    /^PACTA_(?:LEDGER_(?:DECISION_\w+|CLAIM_TAKEN|ENTRY_INVALID)|SERVER_JOB_ENDED|VIEW_MANY|DEAL_SORT|IMPORT_\w+|QUOTE_MISMATCH|SPAN_OUTSIDE)$/,
    "conflict",
  ],
  [/^PACTA_(?:LEDGER_CURSOR|SERVER_REQUEST|USAGE\w*|INPUT\w*|FETCH\w*|FEED\w*|WATCH\w*)$/, "bad"],
  [/^PACTA_LEDGER_DISK_FULL$/, "full"],
  [/^PACTA_(?:LEDGER_LOCKED|LEDGER_WORDS_LEFT|SETTINGS_STORE|LEDGER_CLOSED|LEDGER_UNREACHABLE|SETTINGS_CLOSED)$/, "busy"],
];

/** The status of an error. */
export function statusOf(code: ErrorCode): Status {
  return STATUSES[OF_CODES.find(([codes]) => codes.test(code))?.[1] ?? "defect"];
}

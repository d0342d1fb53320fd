// The map of a spreadsheet as it is chosen field by field, and as the YAML that the server and the command line take (docs/import.md).
import { TOLD_DISPUTES, TOLD_STATES } from "../vocabulary/index.ts";

/** What is asked for of a row, in the order in which a form shows it. */
export const FIELDS = [
  "name",
  "from",
  "to",
  "parties",
  "items",
  "quantity",
  "unit",
  "kind",
  "state",
  "day",
  "state-day",
  "amount",
  "currency",
  "known",
  "id",
] as const;
export type Field = (typeof FIELDS)[number];

/** What each field is called and holds. */
export const FIELD_NAMES: Readonly<Record<Field, readonly [name: string, hint: string]>> = {
  name: ["Name of the deal", "needed"],
  from: ["From", "who gives, imposes or claims"],
  to: ["To", "whom it goes to"],
  parties: ["Parties", "all in one cell, where there is no from and to"],
  items: ["Goods", ""],
  quantity: ["Quantity", ""],
  unit: ["Unit", ""],
  kind: ["Kind", "agreement, transfer, measure, dispute"],
  state: ["State", "signed, cancelled …"],
  day: ["Day of the deal", ""],
  "state-day": ["Day of the state", "since when it is so"],
  amount: ["Amount", ""],
  currency: ["Currency", "USD, EUR"],
  known: ["Known since", "the day by which the row could be known"],
  id: ["Own number", "what stays the same when other cells change"],
};

/** Headings of columns that mean a field, in small letters. */
const CALLED: Readonly<Record<Field, RegExp>> = {
  name: /^(?:name|deal|deal name|title|contract|project|designation)$/,
  from: /^(?:from|seller|supplier|exporter|supplier country|imposed by|claimant|sender)$/,
  to: /^(?:to|buyer|recipient|importer|customer|recipient country|imposed on|respondent|target)$/,
  parties: /^(?:parties|party|signatories|countries|members)$/,
  items: /^(?:items?|goods|weapon|weapons|weapon designation|equipment|product|commodity)$/,
  quantity: /^(?:quantity|number|count|ordered|number ordered|no\.? ordered|qty)$/,
  unit: /^(?:units?)$/,
  kind: /^(?:kind|type|category)$/,
  state: /^(?:state|status|stage)$/,
  day: /^(?:day|date|signed|date signed|order date|year of order|year|ordered on)$/,
  "state-day": /^(?:state[- ]day|since|status date|as of|status since)$/,
  amount: /^(?:amount|value|worth|price|sum|cost|deal value)$/,
  currency: /^(?:currency|in|cur\.?)$/,
  known: /^(?:known|entered|recorded|reported|published|source date)$/,
  id: /^(?:id|ref|reference|no\.?|nr\.?|key|number of the deal|deal id)$/,
};

/** The words of our own that states are told by, of deals and of disputes. */
export const STATES = [...TOLD_STATES, ...TOLD_DISPUTES] as const;

/** How days may be written. */
export const DAYS = ["YYYY-MM-DD", "D.M.YYYY", "D/M/YYYY", "M/D/YYYY"] as const;

/** A map in the making; what is empty is not in it. `kinds` and `states` say what cells mean. */
export interface MapDraft {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly kind: string;
  readonly state: string;
  readonly currency: string;
  readonly times: string;
  readonly decimal: string;
  readonly days: string;
  readonly delimiter: string;
  readonly between: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
}

/** The map that the headings of columns suggest; each column means one field. */
export function guessed(columns: readonly string[], delimiter: string): MapDraft {
  const free = new Set(columns);
  const found = FIELDS.flatMap((field): [Field, string][] => {
    const column = [...free].find((one) => CALLED[field].test(one.toLowerCase().trim()));
    if (column === undefined) return [];
    free.delete(column);
    return [[field, column]];
  });
  return {
    columns: Object.fromEntries(found),
    kind: "",
    state: "",
    currency: "",
    times: "1",
    decimal: ".",
    days: "YYYY-MM-DD",
    delimiter,
    between: ";",
    kinds: {},
    states: {},
  };
}

/** What a map still needs, in words. */
export function missing({ columns, kind, state, currency }: MapDraft): readonly string[] {
  return [
    ...(columns.name ? [] : ["a column for the name of the deal"]),
    ...(columns.parties || (columns.from && columns.to) ? [] : ["columns for from and to, or one for all parties"]),
    ...(columns.kind || kind ? [] : ["a column for the kind, or one kind for all rows"]),
    ...(columns.state || state ? [] : ["a column for the state, or one state for all rows"]),
    ...(!columns.amount || columns.currency || currency ? [] : ["a column for the currency, or one currency for all rows"]),
  ];
}

/** Words of a column that are none of ours, each once: what they mean is to be said. */
export function foreignWords(cells: readonly string[], ours: readonly string[]): readonly string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== "" && !ours.includes(cell.toLowerCase())).slice(0, MOST_WORDS);
}

const MOST_WORDS = 30;

/** A string as YAML has it in double quotes, whatever it holds. */
const quoted = (text: string): string => JSON.stringify(text);

/** The map as YAML. */
export function yamlOf(draft: MapDraft): string {
  const { columns, kinds, states, times } = draft;
  const chosen = FIELDS.flatMap((field) => (columns[field] ? [`  ${field}: ${quoted(columns[field] ?? "")}`] : []));
  const rest = [
    ...(draft.kind !== "" && !columns.kind ? [`kind: ${draft.kind}`] : []),
    ...(draft.state !== "" && !columns.state ? [`state: ${quoted(draft.state)}`] : []),
    ...(draft.currency !== "" && !columns.currency ? [`currency: ${quoted(draft.currency)}`] : []),
    ...(times === "1" || times === "" ? [] : [`times: ${Number(times)}`]),
    ...(draft.decimal === "." ? [] : [`decimal: ${quoted(draft.decimal)}`]),
    ...(draft.days === "YYYY-MM-DD" ? [] : [`days: ${draft.days}`]),
    ...(draft.delimiter === "," ? [] : [`delimiter: ${quoted(draft.delimiter)}`]),
    ...(draft.between === ";" ? [] : [`between: ${quoted(draft.between)}`]),
  ];
  return [
    ...(chosen.length === 0 ? ["columns: {}"] : ["columns:", ...chosen]),
    ...rest,
    ...meanings("kinds", kinds),
    ...meanings("states", states),
    "",
  ].join("\n");
}

function meanings(name: string, of: Readonly<Record<string, string>>): readonly string[] {
  const said = Object.entries(of).filter(([, meaning]) => meaning !== "");
  return said.length === 0 ? [] : [`${name}:`, ...said.map(([cell, meaning]) => `  ${quoted(cell)}: ${meaning}`)];
}

// How an explanation is told to people: sentence by sentence its tree, what was recognised in it, and at each word that
// triggers an act the frames that fit and what became of them, and those that do not fit.
import type { Span } from "../document/index.ts";
import type {
  BrokenConstraint,
  Candidate,
  CandidateEnd,
  Claim,
  ExplainedRole,
  ExplainedSentence,
  Explanation,
  RefusedFrame,
} from "../reading/index.ts";
import { tableOf, wrap } from "./layout.ts";
import type { Ink } from "./output.ts";
import { actText, itemText, matterText, moneyText, oneLine, partiesText, sourcesText } from "../phrasing/index.ts";

/** An explained document; every part ends with a line end. */
export function explanationText(explanation: Explanation, columns: number, ink: Ink): string {
  const width = Math.max(60, Math.min(columns, 110));
  const claims = new Map(explanation.reading.claims.map((claim) => [claim.id, claim]));
  const parts = explanation.sentences.map((sentence) =>
    [
      `${ink.strong(wrap(oneLine(sentence.quote), width))}\n\n`,
      treeText(sentence, width),
      annotationsText(explanation, sentence, width),
      framesText(sentence, claims, width, ink),
    ].join(""),
  );
  return [...parts, silencesText(explanation, width)].join("");
}

/** Words in text order, each as far in as it lies deep in the tree. */
function treeText({ words }: ExplainedSentence, width: number): string {
  const rows = words.map((word) => {
    const head = words[word.head];
    return [
      `${"  ".repeat(depthOf(words, word.index))}${word.form}`,
      word.lemma,
      word.xpos,
      head === undefined ? word.relation : `${word.relation} of ${head.form}`,
    ];
  });
  return rows.length === 0 ? "" : `${tableOf(rows, width)}\n`;
}

function depthOf(words: ExplainedSentence["words"], index: number): number {
  let depth = 0;
  for (let at = words[index]; at !== undefined && at.head >= 0 && depth < words.length; at = words[at.head]) depth += 1;
  return depth;
}

const LABEL = 12;

function rowText(label: string, text: string, width: number): string {
  const indent = " ".repeat(LABEL);
  return `${label.padEnd(LABEL)}${wrap(oneLine(text), width - LABEL, indent)}\n`;
}

function annotationsText({ analysis, annotations, sources, references, unresolved, unread }: Explanation, sentence: Span, width: number): string {
  const { text } = analysis.document;
  const words = (span: Span): string => text.slice(span.start, span.end);
  const list = <T extends Span>(all: readonly T[], tell: (one: T) => string): string[] =>
    all.filter((one) => one.start >= sentence.start && one.end <= sentence.end).map((one) => `${words(one)} = ${tell(one)}`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["parties", list(annotations.parties, ({ id, name, kind, form }) => `${id ?? name} (${kind}, ${form})`)],
    ["references", list(references, ({ id, name, form }) => `${id ?? name} (${form})`)],
    ["unresolved", list(unresolved, () => "nobody that can be told")],
    ["items", list(annotations.items, itemText)],
    ["money", list(annotations.money, (sum) => moneyText({ ...sum, kind: sum.kind ?? "value" }))],
    ["unread", list(unread, ({ reason }) => reason)],
    ["times", list(annotations.times, ({ norm, basis, reason }) => (norm === undefined ? (reason ?? "no day") : `${norm} (${basis})`))],
    ["sources", list(sources, ({ name, cue, content }) => `${name}, who ${cue}: “${words(content)}”`)],
  ];
  const told = rows.filter(([, found]) => found.length > 0).map(([label, found]) => rowText(label, found.join("; "), width));
  return told.length === 0 ? "" : `${told.join("")}\n`;
}

function framesText({ words, candidates, refused }: ExplainedSentence, claims: ReadonlyMap<string, Claim>, width: number, ink: Ink): string {
  if (words.length === 0) return "not analysed\n\n";
  if (candidates.length + refused.length === 0) return "no word of it triggers an act\n\n";
  return words
    .flatMap(({ index, form }) => {
      const [fitting, others] = [candidates.filter((c) => c.word === index), refused.filter((r) => r.word === index)];
      if (fitting.length + others.length === 0) return [];
      const how = fitting.map(({ construction: { form: own, clause } }) => ink.faint(` (${own}, ${clause} clause)`));
      const parts = [...fitting.map((one) => candidateText(one, claims, width, ink)), ...others.map((one) => line(1, refusedText(one), width))];
      return [`${ink.strong(form)}${how.join("")}\n`, ...parts, "\n"];
    })
    .join("");
}

/** A line so many steps in; what follows the first of it stands one step further. */
function line(level: number, text: string, width: number): string {
  const indent = "  ".repeat(level);
  return `${indent}${wrap(oneLine(text), width - indent.length - 2, `${indent}  `)}\n`;
}

function candidateText({ rule, mode, negated, roles, end }: Candidate, claims: ReadonlyMap<string, Claim>, width: number, ink: Ink): string {
  const claim = end.kind === "dropped" || end.claim === undefined ? undefined : claims.get(end.claim);
  return [
    line(1, `${rule} fits: ${mode}${negated ? ", negated" : ""}`, width),
    ...roles.map((role) => line(2, roleText(role), width)),
    ...(claim === undefined ? [] : takenOverText(roles, claim).map((text) => line(2, text, width))),
    ink.strong(line(2, endText(end, claim), width)),
    ...(claim === undefined ? [] : claimLines(claim).map((text) => line(3, text, width))),
  ].join("");
}

function roleText({ slot, path, phrases, parties }: ExplainedRole): string {
  const words = phrases.map(({ quote }) => `“${quote}”`).join(", ");
  const who = parties.map(({ id, name }) => id ?? name).join(", ");
  const nobody = slot === "object" || slot === "terms" ? "" : " = no party";
  return `${slot} from ${path}: ${words}${who === "" ? nobody : ` = ${who}`}`;
}

/** Parties that no role of the frame gave: of an undertaking told before, or of another telling. */
function takenOverText(roles: readonly ExplainedRole[], { actors, targets }: Claim): string[] {
  const own = new Set(roles.flatMap(({ parties }) => parties.map(({ id, name }) => id ?? name)));
  const others = [...actors, ...targets].map(({ id, name }) => id ?? name).filter((party) => !own.has(party));
  return others.length === 0 ? [] : [`from elsewhere in the text: ${others.join(", ")}`];
}

function endText(end: CandidateEnd, claim: Claim | undefined): string {
  if (end.kind === "dropped") {
    const other = end.other === undefined ? "" : ` (“${end.other.trigger.quote}”, ${end.other.rule})`;
    return `no claim: ${DROPPED[end.reason]}${other} [${end.reason}]`;
  }
  if (claim === undefined) return "no claim: it tells again what is none";
  const again = end.kind === "told-again" ? "told again, in the claim " : "claim ";
  return `${again}${actText(claim)}: ${partiesText(claim)}${claim.time === undefined ? "" : ` [${claim.time.norm}]`}`;
}

function claimLines(claim: Claim): string[] {
  const [matter, said] = [matterText(claim), sourcesText(claim.sources)];
  return [
    ...(matter === "" ? [] : [matter]),
    `“${claim.evidence.quote}”`,
    `${said === "" ? "" : `${said}; `}${claim.rule}, ${claim.confidence.toFixed(2)}`,
  ];
}

/** What docs/claims.md says of each reason, in one breath. */
const DROPPED: Readonly<Record<Extract<CandidateEnd, { kind: "dropped" }>["reason"], string>> = {
  "no-party": "nobody is named who acts or is acted on",
  "actor-is-no-party": "who acts is named, and is no party",
  "slot-missing": "what the act needs is missing",
  "nobody-official": "no state and no organisation of states is among the parties",
  domestic: "one state does it at home",
  condition: "the act is only supposed",
  "speculation-without-act": "the act is only thought of",
  "object-of-other-act": "it is only what another act is about",
  "complement-is-act": "its complement is the act itself",
  "not-mentioned-by-speaker": "a speaker leaves it out",
  outvoted: "too little speaks for it",
  "no-act-seen": "no sentence of the document holds the words of an act in which the network sees one",
};

function refusedText({ rule, because }: RefusedFrame): string {
  switch (because.kind) {
    case "part-of-name":
      return `${rule} does not fit: the word is part of a name`;
    case "particle":
      return `${rule} does not fit: it needs ${because.asked.map((word) => `“${word}”`).join(" or ")} beside the word`;
    case "constraint":
      return `${rule} does not fit: ${because.broken.map(brokenText).join("; ")}`;
    case "outdone":
      return `${rule} fits too; ${because.by} fits better`;
  }
}

/** How many words of a list are named. */
const NAMED = 6;

function brokenText({ list, path, asked, found }: BrokenConstraint): string {
  const words = found.map((word) => `“${word}”`).join(", ");
  const what = typeof asked === "string" ? asked : `one of ${asked.slice(0, NAMED).join(", ")}${asked.length > NAMED ? " …" : ""}`;
  return list === "unless" ? `${path} must not be ${what}, and is ${words || "so"}` : `${path} must be ${what}, and is ${words || "not there"}`;
}

/** What is unread or left out without any frame at it. */
function silencesText({ reading }: Explanation, width: number): string {
  const rows = reading.abstained.filter(({ act }) => act === undefined);
  return rows.map(({ reason, quote }) => rowText("not read", `${reason}: “${quote}”`, width)).join("");
}

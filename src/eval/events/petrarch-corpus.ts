// The unit sentences of PETRARCH-2: made up around invented states, each with the events that its coder must find, or with none.
import { readCorpus } from "../language/index.ts";
import type { CodedActor, CodedEvent, CodedText } from "./coded-text.ts";
import type { EventCodes } from "./mapping.ts";

/** The sentences of the corpus. Throws `PACTA_CORPUS_MISSING`. */
export function petrarchTexts(shared: string, codes: EventCodes["petrarch"]): CodedText[] {
  return petrarchSentences(readCorpus(shared, "petrarch", "PETR.UnitTest.records.xml.gz"), codes);
}

const SENTENCE = /<Sentence\s([^>]*)>([\s\S]*?)<\/Sentence>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** The sentences of the file's text that have a text; those that test the coder's errors are left out. */
export function petrarchSentences(xml: string, { names, states }: EventCodes["petrarch"]): CodedText[] {
  const rename = renaming(names);
  return [...xml.matchAll(SENTENCE)].flatMap(([, head = "", body = ""]) => {
    const [, words = ""] = /<Text>([\s\S]*?)<\/Text>/.exec(body) ?? [];
    const text = rename(words.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity).replace(/\s+/g, " ")).trim();
    const codings = [...body.matchAll(/<EventCoding\s([^>]*)>/g)].map(([, attributes = ""]) => attributesOf(attributes));
    if (text === "" || codings.some(({ error }) => error !== undefined)) return [];
    const { id = "", date = "" } = attributesOf(head);
    return [{ id, date: date.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"), text, events: codings.flatMap((coding) => eventOf(coding, states)) }];
  });
}

function attributesOf(text: string): Partial<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

function eventOf({ sourcecode, targetcode, eventcode }: Partial<Record<string, string>>, states: Readonly<Record<string, string>>): CodedEvent[] {
  if (eventcode === undefined || sourcecode === undefined || targetcode === undefined) return [];
  const coded = (code: string): CodedActor => {
    const state = code.slice(0, 3);
    return { id: states[state] ?? state, official: /^(?:GOV|LEG|MIL|COP|JUD)?$/.test(code.slice(3)) && /^[A-Z]{3}/.test(state) };
  };
  return [{ code: eventcode, sources: [coded(sourcecode)], targets: [coded(targetcode)] }];
}

/** Puts one name for another wherever it stands as a word, the longest first. */
function renaming(names: Readonly<Record<string, string>>): (text: string) => string {
  const words = Object.keys(names).toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return (text) => text;
  const pattern = new RegExp(`\\b(?:${words.join("|")})\\b`, "g");
  return (text) => text.replace(pattern, (name) => names[name] ?? name);
}

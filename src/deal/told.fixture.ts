// Claims for tests, in documents whose text is the claims' own words one after another.
import type { Act, Claim, Item, Money, Party } from "../reading/index.ts";
import { resource } from "../resources.ts";
import type { ClaimInText } from "./deal.ts";
import { loadDealKnowledge } from "./knowledge.ts";

/** The project's own knowledge, with the parties that tests name. */
export const knowledge = loadDealKnowledge(
  resource("knowledge", "deals"),
  new Map([
    ["norland", "NOR"],
    ["sudia", "SUD"],
    ["ostia", "OST"],
    ["sudian", "SUD"],
  ]),
);

/** A claim in short: parties by id, by name or as a company of a state, mode `actual` and not negated unless told. */
export interface Told {
  readonly act: Act;
  readonly mode?: Claim["mode"];
  readonly negated?: boolean;
  readonly by?: readonly string[];
  readonly to?: readonly string[];
  readonly object?: string;
  readonly items?: readonly Item[];
  readonly money?: readonly Money[];
  readonly time?: string;
  readonly reason?: string;
  readonly words: string;
}

const NAMES: Readonly<Record<string, string>> = { NOR: "Norland", SUD: "Sudia", OST: "Ostia" };

/** "NOR/Fjord Yards" is a company of Norland, "~North Yard" a name without an id; else an id. */
function party(told: string): Party {
  if (told.startsWith("~")) return { name: told.slice(1) };
  const [state, company] = told.split("/");
  return company === undefined ? { id: told, name: NAMES[told] ?? told } : { state, name: company };
}

/** The claims of one document; `day` absent where its publication is not known. */
export function tell(id: string, day: string | undefined, claims: readonly Told[]): ClaimInText[] {
  const text = claims.map(({ words }) => `${words}.`).join(" ");
  const document = { id, text, ...(day === undefined ? {} : { published: day }) };
  return claims.map(({ act, mode = "actual", negated = false, by = [], to = [], object, items = [], money = [], time, reason, words }, at) => {
    const start = text.indexOf(words);
    const inside = object === undefined ? -1 : words.indexOf(object);
    return {
      document,
      claim: {
        id: `${id}@${at}`,
        act,
        mode,
        negated,
        actors: by.map(party),
        targets: to.map(party),
        items: [...items],
        money: [...money],
        terms: [],
        sources: [],
        evidence: { start, end: start + words.length, quote: words },
        tellings: [],
        spans: object === undefined || inside < 0 ? {} : { object: { start: start + inside, end: start + inside + object.length } },
        rule: "test",
        confidence: 1,
        ...(object === undefined ? {} : { object }),
        ...(reason === undefined ? {} : { reason }),
        ...(time === undefined ? {} : { time: { norm: time, basis: "stated" as const } }),
      },
    };
  });
}

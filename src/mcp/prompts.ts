// Prompts: questions that people put to an assistant again and again, told so that its answer can be checked.
import { z } from "zod";
import { PactaError } from "../error.ts";
import { argumentsFor } from "./arguments.ts";

const schema = z.strictObject({
  deal: z.string().trim().min(1).max(300),
  as_of: z.iso.date().optional(),
  known: z.iso.date().optional(),
});

/** The prompts, as `prompts/list` gives them. */
export const PROMPTS = [
  {
    name: "brief_deal",
    title: "Brief me on a deal",
    description: "A brief on one deal in which every sentence has its quote and source",
    arguments: [
      { name: "deal", description: "the deal's id, its beginning, or words that find it", required: true },
      { name: "as_of", description: "the state on that day (YYYY-MM-DD)", required: false },
      { name: "known", description: "what was known by that day (YYYY-MM-DD)", required: false },
    ],
  },
];

/** A prompt's message. Throws `PACTA_MCP_PROMPT` and `PACTA_MCP_ARGUMENTS`. */
export function promptFor(name: string, given: unknown) {
  if (name !== "brief_deal")
    throw new PactaError(
      "PACTA_MCP_PROMPT",
      `there is no prompt "${name.slice(0, 100)}"`,
      `The prompts are ${PROMPTS.map((prompt) => prompt.name).join(", ")}`,
    );
  const { deal, as_of: asOf, known } = schema.parse(argumentsFor(schema, given));
  const days = [...(asOf === undefined ? [] : [`as_of ${asOf}`]), ...(known === undefined ? [] : [`known ${known}`])].join(" and ");
  const text = [
    `Brief me on the deal ${JSON.stringify(deal)}, by Pacta's ledger alone${days === "" ? "" : `, with ${days} in every question`}.`,
    "Use get_deal (search_deals first, if that is no id), page through its whole timeline, and get_evidence for whatever the brief rests on.",
    "Tell in this order: how it stands and since when; what happened, oldest first; what is planned, demanded or only possible; every conflict with all of its sides; what is not known.",
    "Give every sentence its quote, unchanged, with who says so, the document's heading or address and its day. Leave out what no claim tells.",
  ].join("\n");
  return { description: "A brief on one deal", messages: [{ role: "user" as const, content: { type: "text" as const, text } }] };
}

// From the body of a response to the claims that a coder gives, not yet looked at. Servers differ in how they wrap JSON:
// alone, in a code fence, after what a model thought aloud.
import { z } from "zod";
import { PactaError } from "../error.ts";

const REMEDY = "Try another model, or one whose server takes response_format; the document was read without the coder";

const count = z.int().nonnegative().max(1e9);

const usageSchema = z.object({ prompt_tokens: count, completion_tokens: count });

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
});

/** Tokens of one exchange, as the server counts them. */
export interface Usage {
  readonly sent: number;
  readonly answered: number;
}

/** What the server says it used, where it does. */
export function usageOf(body: unknown): Usage | undefined {
  const { data } = z.object({ usage: usageSchema }).safeParse(body);
  return data === undefined ? undefined : { sent: data.usage.prompt_tokens, answered: data.usage.completion_tokens };
}

/** The claims of an answer, each still unchecked. Throws `PACTA_CODER_ANSWER` where there is no list of them. */
export function claimsIn(body: unknown): readonly unknown[] {
  const completion = completionSchema.safeParse(body);
  if (!completion.success) throw answerError("the answer is no chat completion");
  const { message, finish_reason: ended } = completion.data.choices[0] ?? {};
  const content = contentOf(message?.content);
  const claims = claimsWithin(content);
  if (claims !== undefined) return claims;
  if (ended === "length") throw answerError("the answer was cut off before its end");
  if (content.trim() === "") throw answerError(`the answer is empty${ended === "content_filter" || message?.refusal ? ": the model refused" : ""}`);
  throw answerError("the answer holds no JSON of claims");
}

/** `PACTA_CODER_ANSWER`. */
export function answerError(what: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_CODER_ANSWER", what, REMEDY, {}, cause);
}

function contentOf(content: string | readonly { readonly text?: string | undefined }[] | null | undefined): string {
  if (content === null || content === undefined) return "";
  return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("");
}

const claimsSchema = z.object({ claims: z.array(z.unknown()) });

/** Characters that are looked at before an answer is given up: each bracket of a thought may begin an object that never ends. */
const MOST = 4_000_000;

/** The list of claims of the last object in a text that has one. */
function claimsWithin(text: string): readonly unknown[] | undefined {
  let last: readonly unknown[] | undefined;
  let from = text.indexOf("{");
  for (let looked = 0; from >= 0 && looked < MOST;) {
    const end = endOf(text, from);
    looked += (end ?? text.length) - from;
    const claims = end === undefined ? undefined : claimsSchema.safeParse(jsonOf(text.slice(from, end))).data?.claims;
    last = claims ?? last;
    from = text.indexOf("{", claims === undefined || end === undefined ? from + 1 : end);
  }
  return last;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The end of the object that begins at `from`: the bracket that closes it, not one within a string. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = from; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (quoted) {
      if (character === "\\") i += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth += 1;
    else if (character === "}" && (depth -= 1) === 0) return i + 1;
  }
  return undefined;
}

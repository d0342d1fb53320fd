// Schemas of other parts for the OpenAPI document, whose maker takes a key that may be absent but not undefined for one that must be there. JSON knows
// no undefined, so that "optional" says the same.
import { z } from "zod";

type Def = Readonly<Record<string, unknown>>;

/** How a schema of a kind is made of those within it. */
const WITHIN: readonly (readonly [new (def: never) => z.ZodType, (def: Def) => Def])[] = [
  [
    z.ZodObject,
    ({ shape }) => ({ shape: Object.fromEntries(Object.entries(shape as Def).map(([key, value]) => [key, loosened(value as z.ZodType)])) }),
  ],
  [z.ZodArray, ({ element }) => ({ element: loosened(element as z.ZodType) })],
  [z.ZodUnion, ({ options }) => ({ options: (options as z.ZodType[]).map(loosened) })],
  [z.ZodRecord, ({ valueType }) => ({ valueType: loosened(valueType as z.ZodType) })],
  [z.ZodNullable, ({ innerType }) => ({ innerType: loosened(innerType as z.ZodType) })],
  [z.ZodOptional, ({ innerType }) => ({ innerType: loosened(innerType as z.ZodType) })],
];

/** The same schema with "optional" for "absent or there". */
export function loosened<S extends z.ZodType>(schema: S): S {
  if (schema instanceof z.ZodExactOptional) return loosened(schema.unwrap() as z.ZodType).optional() as unknown as S;
  // Whole numbers end where they cannot be told apart any more, which the maker does not say.
  if (schema instanceof z.ZodNumber && schema.isInt && (schema.maxValue ?? Infinity) >= Number.MAX_SAFE_INTEGER)
    return schema.max(Number.MAX_SAFE_INTEGER);
  // The maker knows of no number of things that a tuple has: one of the same things is an array of so many.
  if (schema instanceof z.ZodTuple) {
    const { items } = schema.def;
    return z
      .array(loosened(items[0] as z.ZodType))
      .min(items.length)
      .max(items.length) as unknown as S;
  }
  const [, within] = WITHIN.find(([kind]) => schema instanceof kind) ?? [];
  if (within === undefined) return schema;
  const def = schema.def as unknown as Def;
  return schema.clone({ ...def, ...within(def) } as never);
}

// The English cases of Recognizers-Text that expect a date or a range of dates, each expected result one case.
import { z } from "zod";
import type { Span } from "../../../document/index.ts";
import { readCorpus } from "../../language/index.ts";
import type { DatedText, Norm } from "./norm.ts";
import { normsOf, timexValue } from "./timex.ts";

/** A time that a case expects, with all its readings. */
export interface SpecCase extends DatedText {
  readonly kind: "date" | "daterange";
  /** Of the whole library, or of one of its parsers. */
  readonly from: "model" | "parser";
  readonly span: Span;
  readonly wanted: readonly Norm[];
  /** The library's own JavaScript version is held to it. */
  readonly supported: boolean;
}

const FALLBACK_DAY = "2016-11-07";
const caseRow = z.object({
  Input: z.string(),
  Context: z.object({ ReferenceDateTime: z.string().optional() }).optional(),
  NotSupported: z.string().default(""),
  NotSupportedByDesign: z.string().default(""),
});
const context = ({ Input, Context, NotSupported, NotSupportedByDesign }: z.infer<typeof caseRow>) => ({
  text: Input,
  day: (Context?.ReferenceDateTime ?? FALLBACK_DAY).slice(0, 10),
  supported: !/javascript/i.test(`${NotSupported} ${NotSupportedByDesign}`),
});
const kind = z.enum(["date", "daterange"]);

const modelRow = caseRow.extend({
  Results: z.array(
    z.object({
      Start: z.number(),
      End: z.number(),
      TypeName: z.string(),
      Resolution: z.object({ values: z.array(timexValue).nullish() }).nullish(),
    }),
  ),
});

const resolution = z.record(z.string(), z.string());
const parserRow = caseRow.extend({
  Results: z.array(
    z.object({
      Start: z.number(),
      Length: z.number(),
      Type: z.string(),
      Value: z.object({ Timex: z.string(), Mod: z.string().nullish(), FutureResolution: resolution, PastResolution: resolution }).nullish(),
    }),
  ),
});

function rows(shared: string, file: string): unknown {
  return JSON.parse(readCorpus(shared, "recognizers-text", "DateTime", `${file}.json.gz`).replace(/^\ufeff/, ""));
}

/** The cases of the whole model, as a user of the library meets them. */
function modelCases(shared: string): SpecCase[] {
  return z
    .array(modelRow)
    .parse(rows(shared, "DateTimeModel"))
    .flatMap((row, at) =>
      row.Results.flatMap(({ Start, End, TypeName, Resolution }): SpecCase[] => {
        const type = kind.safeParse(TypeName.split(".").at(-1)).data;
        const wanted = (Resolution?.values ?? []).flatMap(normsOf);
        if (type === undefined || wanted.length === 0) return [];
        return [{ id: `DateTimeModel#${at}`, ...context(row), kind: type, from: "model", span: { start: Start, end: End + 1 }, wanted }];
      }),
    );
}

/** The cases of one of its parsers, which is told where the words stand; here it has to find them. */
function parserCases(shared: string, file: string): SpecCase[] {
  return z
    .array(parserRow)
    .parse(rows(shared, file))
    .flatMap((row, at) =>
      row.Results.flatMap(({ Start, Length, Type, Value }): SpecCase[] => {
        const type = kind.safeParse(Type).data;
        const both = Value === null || Value === undefined ? [] : [Value.PastResolution, Value.FutureResolution];
        const wanted = both.flatMap(({ date, startDate, endDate }) =>
          normsOf(timexValue.parse({ timex: Value?.Timex, Mod: Value?.Mod ?? undefined, value: date, start: startDate, end: endDate })),
        );
        if (type === undefined || wanted.length === 0) return [];
        return [{ id: `${file}#${at}`, ...context(row), kind: type, from: "parser", span: { start: Start, end: Start + Length }, wanted }];
      }),
    );
}

/** All cases, those of the model first. */
export function specCases(shared: string): readonly SpecCase[] {
  return [...modelCases(shared), ...parserCases(shared, "DateParser"), ...parserCases(shared, "DatePeriodParser")];
}

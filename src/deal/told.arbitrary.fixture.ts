// Claims and documents of three invented states, as fast-check makes them: often enough of the same undertaking that linking has work to do.
import fc from "fast-check";
import { readingsOf } from "./cluster.ts";
import { tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";

const parties = fc.constantFrom("NOR", "SUD", "OST");
const goods = fc.constantFrom("Q-70 launchers", "F-9 jets", "frigates", "grain");
const objects = fc.constantFrom("contract", "new contract", "Blue River Treaty", "border agreement", "deal", "sanctions", undefined);
const acts = fc.constantFrom(
  "sign",
  "agree",
  "negotiate",
  "order",
  "sell",
  "deliver",
  "cancel",
  "suspend",
  "resume",
  "demand",
  "sue",
  "settle",
  "sanction",
  "ban",
  "lift",
  "object",
  "pay",
  "extend" as const,
);

const told: fc.Arbitrary<Told> = fc
  .record({
    act: acts,
    mode: fc.constantFrom("actual", "actual", "planned", "possible", "demanded" as const),
    negated: fc.boolean().map((flag) => flag && true),
    by: fc.uniqueArray(parties, { minLength: 1, maxLength: 2 }),
    to: fc.uniqueArray(parties, { maxLength: 1 }),
    object: objects,
    goods: fc.option(goods),
    time: fc.option(fc.constantFrom("2007", "2010-05", "2015-01-20", "2012/2013")),
    serial: fc.nat(999),
  })
  .map(({ object, goods: name, time, serial, ...claim }) => ({
    ...claim,
    ...(object === undefined ? {} : { object }),
    ...(time === null ? {} : { time }),
    items: name === null ? [] : [{ name }],
    words: `They ${claim.act} ${name ?? "it"} ${serial}`,
  }));

/** ISO days of ten years. */
export const day = fc.integer({ min: 0, max: 3650 }).map((days) => new Date(Date.UTC(2008, 0, 1 + days)).toISOString().slice(0, 10));
/** The claims of up to eight documents. */
export const claimsOfDocuments = fc
  .array(fc.tuple(day, fc.array(told, { minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 8 })
  .map((all) => all.flatMap(([published, claims], at) => tell(`d${at}`, published, claims)));

/** Up to eight documents as readings. */
export const documents = claimsOfDocuments.map(readingsOf).filter((all) => all.length > 0);

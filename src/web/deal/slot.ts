// What each side of a contradiction says, in words. Slots come as `money.value.USD`, `quantity.ship`, `deliver.done`.
import { isSum, moneyText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";

type Row = Forms["LifeRow"];

/** A side's value as its claims have it: "about USD 80 billion", "12 submarines", "not done". */
export function valueText(slot: string, value: string, told: readonly Row[]): string {
  const [matter = "", kind = "", currency = ""] = slot.split(".");
  if (matter === "money") {
    const sums = told.flatMap(({ money }) => money.filter((sum) => sum.kind === kind && sum.currency === currency && String(sum.amount) === value));
    const said = sums.length === 0 && isSum(kind) ? [{ amount: Number(value), currency, kind, bound: "exact" as const }] : sums;
    return [...new Set(said.map(moneyText))].join(", ") || value;
  }
  if (matter === "quantity") {
    const own = told.flatMap(({ items }) => items.filter(({ name, quantity }) => String(quantity) === value && isOf(name, slot)));
    const goods = own.map(({ name }) => `${value} ${name}`);
    return [...new Set(goods)].join(", ") || value;
  }
  return value === "true" ? "done" : "not done";
}

/** Whether goods are those of a slot, which has the last word of their name in the singular: ships, but not as many helicopters of the same claim. */
function isOf(name: string, slot: string): boolean {
  const word = (name.match(/[\p{L}\p{N}-]+/gu)?.at(-1) ?? name).toLowerCase();
  const singulars = [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")];
  return singulars.some((one) => slot === `quantity.${one}`);
}

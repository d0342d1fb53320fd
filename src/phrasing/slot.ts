// What claims contradict each other in, in words. Slots come as `money.value.USD`, `quantity.ship`, `deliver.done`.

const SUMS = {
  value: "Price or value",
  payment: "Payment",
  compensation: "Compensation",
  penalty: "Penalty",
  aid: "Aid",
  loan: "Loan",
} as const;

type SumKind = keyof typeof SUMS;

/** What kind of sum it is: "Price or value". */
export function sumText(kind: SumKind): string {
  return SUMS[kind];
}

/** Whether a word of a slot is a kind of sum. */
export function isSum(kind: string): kind is SumKind {
  return Object.hasOwn(SUMS, kind);
}

/** A slot: "Price or value, in USD", "How many: ship", "Whether it was done: deliver". */
export function slotText(slot: string): string {
  const [matter = "", kind = "", currency = ""] = slot.split(".");
  if (matter === "money") return `${isSum(kind) ? SUMS[kind] : kind}${currency === "" ? "" : `, in ${currency}`}`;
  if (matter === "quantity") return `How many: ${slot.slice("quantity.".length)}`;
  return kind === "done" ? `Whether it was done: ${matter.replaceAll("-", " ")}` : slot;
}

/** Slots within a sentence: "price or value, in USD; how many: ship". */
export function slotsText(slots: readonly string[]): string {
  return slots
    .map(slotText)
    .map((text) => text.charAt(0).toLowerCase() + text.slice(1))
    .join("; ");
}

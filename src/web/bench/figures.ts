// Figures as people type and print them, read only where they can mean one number: nothing is made of what is not plain.

const PLAIN = /^\d+$/;
/** 2,500,000; 2 500 000; 2'500'000; and as India groups them, 25,00,000. */
const GROUPED = /^\d{1,3}(?:([,\s_'’])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** Digits that a number holds without loss. */
const DIGITS = 15;

/** The number that figures mean; undefined where they are none, or could mean another. */
export function numberIn(typed: string): number | undefined {
  const [whole = "", part, ...rest] = typed.trim().split(".");
  if (rest.length > 0 || (part !== undefined && !PLAIN.test(part)) || !(PLAIN.test(whole) || GROUPED.test(whole))) return undefined;
  const digits = whole.replaceAll(/\D/g, "");
  if (digits.length + (part?.length ?? 0) > DIGITS) return undefined;
  return Number(part === undefined ? digits : `${digits}.${part}`);
}

/** Why figures are not taken, where something can be said about it. */
export function whyNoNumber(typed: string): string {
  return /^\d+,\d+$/.test(typed.trim())
    ? ` “${typed.trim()}” could mean two numbers: write decimals with a point (2.5), and thousands in threes (2,500).`
    : "";
}

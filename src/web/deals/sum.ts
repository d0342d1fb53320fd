// Sums as people write them into a field, and as the API is asked for them.
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** The most that the API takes. */
const MOST = 1e15;

/** A sum as it is written: "800m", "1.5 bn", "1,000,000"; undefined where it is none. */
export function readSum(written: string): number | undefined {
  const [, digits = "", scale] = /^((?:\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.\d+)?)\s*([a-z]+)?$/.exec(written.trim().toLowerCase()) ?? [];
  const times = scale === undefined ? 1 : SCALES[scale];
  const sum = Number(digits.replaceAll(/[, ]/g, "")) * (times ?? Number.NaN);
  // Of parts of a cent nothing is told, and the API wants no exponents.
  return digits === "" || !Number.isFinite(sum) || sum >= MOST ? undefined : Math.round(sum * 100) / 100;
}

/** What is asked for by a currency and the least sum in it, or why it cannot be. */
export function moneyAsked(currency: string, least: string): { readonly money: string } | { readonly trouble: string } {
  const [code, written] = [currency.trim().toUpperCase(), least.trim()];
  if (code === "") return written === "" ? { money: "" } : { trouble: "Say in which currency: USD, EUR, RUB" };
  if (!/^[A-Z]{3}$/.test(code)) return { trouble: "A currency has three letters: USD, EUR, RUB" };
  if (written === "") return { money: code };
  const sum = readSum(written);
  return sum === undefined ? { trouble: "Write a sum as 800m, 1.5 bn or 1000000" } : { money: `${code}:${sum}` };
}

/** The two parts of what is asked for. */
export function moneyParts(money: string | undefined): { readonly currency: string; readonly least: string } {
  const [currency = "", least = ""] = (money ?? "").split(":");
  return { currency: currency.toUpperCase(), least };
}

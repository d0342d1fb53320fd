// The written forms of a lemma, generously: a form too many costs a sentence of parsing, a form too few costs a claim.

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  buy: ["bought"], sell: ["sold"], send: ["sent"], lend: ["lent"], give: ["gave", "given"], get: ["got", "gotten"], take: ["took", "taken"], make: ["made"], have: ["has", "had", "having"],
  do: ["did", "done", "does"], go: ["went", "gone", "goes"], come: ["came"], meet: ["met"], hold: ["held"], strike: ["struck"], seek: ["sought"], bring: ["brought"], put: ["put", "putting"],
  cut: ["cut", "cutting"], break: ["broke", "broken"], freeze: ["froze", "frozen"], unfreeze: ["unfroze", "unfrozen"], withdraw: ["withdrew", "withdrawn"], leave: ["left"], quit: ["quit"],
  pay: ["paid"], repay: ["repaid"], prepay: ["prepaid"], say: ["said"], choose: ["chose", "chosen"], begin: ["began", "begun"], build: ["built"], find: ["found"], win: ["won"], lose: ["lost"], become: ["became"],
  forbid: ["forbade", "forbidden"], set: ["set"], hit: ["hit"], hurt: ["hurt"], tear: ["tore", "torn"], rip: ["ripped"], fly: ["flew", "flown"], keep: ["kept"], uphold: ["upheld"], throw: ["threw", "thrown"],
  lay: ["laid"], speak: ["spoke", "spoken"], undertake: ["undertook", "undertaken"], understand: ["understood"], withhold: ["withheld"], foresee: ["foresaw", "foreseen"], shut: ["shut"], read: ["read"], drive: ["drove", "driven"],
  overthrow: ["overthrew"], resell: ["resold"], upset: ["upset"], let: ["let"], bid: ["bid", "bids"], deal: ["dealt"], be: ["is", "are", "was", "were", "been", "being", "be"], takeover: ["takeovers"],
};

/** Every form that a verb or noun lemma may take, in lower case. */
export function formsOf(lemma: string): string[] {
  const last = lemma.at(-1) ?? "";
  const stem = last === "e" ? lemma.slice(0, -1) : lemma;
  const regular = [lemma, `${lemma}s`, `${lemma}es`, `${stem}ed`, `${stem}ing`, `${lemma}d`, `${lemma}${last}ed`, `${lemma}${last}ing`];
  if (last === "y") regular.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`);
  if (lemma.endsWith("c")) regular.push(`${lemma}ked`, `${lemma}king`);
  return [...regular, ...(IRREGULAR[lemma] ?? [])];
}

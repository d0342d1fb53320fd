// The written forms of a lemma, generously: a form too many costs a sentence of parsing, a form too few costs a claim.

/** Lower-case forms that no ending makes, by lemma. */
export type IrregularForms = ReadonlyMap<string, readonly string[]>;

/** What the list of irregular verbs and nouns leaves out: auxiliaries, forms that may be of another lemma, rare ones. */
const BESIDE: readonly (readonly [string, string])[] = [
  ["am", "be"],
  ["is", "be"],
  ["are", "be"],
  ["was", "be"],
  ["were", "be"],
  ["been", "be"],
  ["'s", "be"],
  ["’s", "be"],
  ["'re", "be"],
  ["’re", "be"],
  ["has", "have"],
  ["had", "have"],
  ["'ve", "have"],
  ["’ve", "have"],
  ["did", "do"],
  ["done", "do"],
  ["wo", "will"],
  ["'ll", "will"],
  ["’ll", "will"],
  ["ca", "can"],
  ["'d", "would"],
  ["’d", "would"],
  ["found", "find"],
  ["unfroze", "unfreeze"],
  ["unfrozen", "unfreeze"],
  ["monies", "money"],
];

/** Turns a list of forms ("VERB sold" -> "sell") round: by lemma, its forms. */
export function irregularForms(lemmas: ReadonlyMap<string, string>): IrregularForms {
  const rows = [...[...lemmas].map(([key, lemma]) => [key.slice(key.indexOf(" ") + 1), lemma] as const), ...BESIDE];
  const forms = new Map<string, string[]>();
  for (const [form, lemma] of rows) forms.set(lemma, [...(forms.get(lemma) ?? []), form]);
  return forms;
}

/** Every form that a verb, noun or adjective lemma may take, in lower case. */
export function formsOf(lemma: string, irregular: IrregularForms): string[] {
  const last = lemma.at(-1) ?? "";
  const stem = last === "e" ? lemma.slice(0, -1) : lemma;
  const regular = [
    lemma,
    `${lemma}s`,
    `${lemma}es`,
    `${stem}ed`,
    `${stem}ing`,
    `${lemma}d`,
    `${lemma}${last}ed`,
    `${lemma}${last}ing`,
    `${lemma}ing`,
    `${stem}er`,
    `${stem}est`,
  ];
  if (last === "y") regular.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`);
  if (lemma.endsWith("ie")) regular.push(`${lemma.slice(0, -2)}ying`);
  if (lemma.endsWith("c")) regular.push(`${lemma}ked`, `${lemma}king`);
  if (lemma.endsWith("f") || lemma.endsWith("fe")) regular.push(`${lemma.replace(/fe?$/, "")}ves`);
  return [...regular, ...(irregular.get(lemma) ?? [])];
}

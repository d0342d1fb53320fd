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

/** The part of speech that a lemma is looked for as; `any` where it is not known. */
export type LemmaKind = "verb" | "noun" | "adjective" | "any";

/** Every form that a lemma may take as this part of speech, in lower case. */
export function formsOf(lemma: string, kind: LemmaKind, irregular: IrregularForms): string[] {
  const is = (one: LemmaKind): boolean => kind === one || kind === "any";
  return [
    lemma,
    ...(is("verb") || is("noun") ? [`${lemma}s`, `${lemma}es`] : []),
    ...(is("verb") ? verbForms(lemma) : []),
    ...(is("noun") ? nounForms(lemma) : []),
    ...(is("adjective") ? adjectiveForms(lemma) : []),
    ...(irregular.get(lemma) ?? []),
  ];
}

function verbForms(lemma: string): string[] {
  const last = lemma.at(-1) ?? "";
  const stem = withoutE(lemma);
  const forms = [`${stem}ed`, `${stem}ing`, `${lemma}d`, `${lemma}${last}ed`, `${lemma}${last}ing`, `${lemma}ing`];
  if (last === "y") forms.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`);
  if (lemma.endsWith("ie")) forms.push(`${lemma.slice(0, -2)}ying`);
  if (last === "c") forms.push(`${lemma}ked`, `${lemma}king`);
  return forms;
}

function nounForms(lemma: string): string[] {
  if (lemma.endsWith("y")) return [`${lemma.slice(0, -1)}ies`];
  return /fe?$/.test(lemma) ? [`${lemma.replace(/fe?$/, "")}ves`] : [];
}

function adjectiveForms(lemma: string): string[] {
  const stem = lemma.endsWith("y") ? `${lemma.slice(0, -1)}i` : withoutE(lemma);
  return [`${stem}er`, `${stem}est`];
}

function withoutE(lemma: string): string {
  return lemma.endsWith("e") ? lemma.slice(0, -1) : lemma;
}

// Lemmas come out of the network as edit scripts: "l3+y" lowers the form, cuts three characters and adds a "y".
// The scripts are those of training/lemma.py, which counts characters as code points.

/** Applies an edit script to a form; a script that leaves nothing gives the form itself. */
export function applyEdit(form: string, edit: string): string {
  const plus = edit.indexOf("+");
  const cut = Number(edit.slice(1, plus));
  const base = Array.from(edit.startsWith("l") ? form.toLowerCase() : form);
  const kept = cut <= base.length ? base.slice(0, base.length - cut) : base;
  return kept.join("") + edit.slice(plus + 1) || form;
}

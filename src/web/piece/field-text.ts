// What somebody wrote into a field of a form.

/** The text of a field, without blanks around it. */
export function fieldText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

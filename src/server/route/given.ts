// Parameters that were given, without those that were not: functions tell the two apart by a key's absence.

type Given<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** The values that are there. */
export function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>;
}

type Plain<Value> = Value extends readonly (infer Each)[]
  ? Plain<Each>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Plain<Value[Key]> }
    : Value;

/** A value as an answer takes it: schemas know nothing of what may not be changed. */
export function plain<Value>(value: Value): Plain<Value> {
  return value as Plain<Value>;
}

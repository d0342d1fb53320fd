// Conditions that deals must meet to be watched: those of the list of deals.
import { ACTS } from "../piece/index.ts";
import { KINDS, TOLD_STATES } from "../vocabulary/index.ts";
import type { Condition, Conditions } from "./about.ts";

interface Choice {
  readonly name: Condition;
  readonly label: string;
  readonly options?: readonly string[];
  readonly type?: "text" | "date";
  readonly placeholder?: string;
  readonly pattern?: string;
}

const FIELDS: readonly Choice[] = [
  { name: "party", label: "With the party", placeholder: "RUS, UN, or a name" },
  { name: "item", label: "About goods", placeholder: "S-300, gas" },
  { name: "search", label: "With the words" },
  { name: "kind", label: "Of the kind", options: KINDS },
  { name: "state", label: "That come to be", options: TOLD_STATES },
  { name: "act", label: "With a claim of the act", options: ACTS },
  { name: "money", label: "Of at least", placeholder: "USD:1000000", pattern: "[A-Za-z]{3}(:[0-9]{1,15}([.][0-9]{1,6})?)?" },
  { name: "from", label: "Told of since", type: "date" },
  { name: "to", label: "Told of until", type: "date" },
];

interface Fields {
  readonly conditions: Conditions;
  readonly change: (conditions: Conditions) => void;
}

/** A field for each condition; those that stay empty are none. */
export function ConditionFields({ conditions, change }: Fields) {
  return (
    <div className="fields grid">
      {FIELDS.map((choice) => (
        <label key={choice.name}>
          {choice.label}
          <Field choice={choice} value={conditions[choice.name] ?? ""} change={(value) => change({ ...conditions, [choice.name]: value })} />
        </label>
      ))}
    </div>
  );
}

interface FieldProps {
  readonly choice: Choice;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Field({ choice: { options, type = "text", placeholder, pattern }, value, change }: FieldProps) {
  if (options === undefined)
    return (
      <input
        type={type}
        value={value}
        onChange={(event) => change(event.target.value)}
        maxLength={500}
        placeholder={placeholder}
        {...(pattern === undefined ? {} : { pattern, title: "A currency, and a sum behind a colon: USD:1000000" })}
      />
    );
  return (
    <select value={value} onChange={(event) => change(event.target.value)}>
      <option value="">any</option>
      {value === "" || options.includes(value) ? null : <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {option.replaceAll("-", " ")}
        </option>
      ))}
    </select>
  );
}

// A field for words of the text: typed, selected with the pointer, or chosen by keys in the text.
import { useEffect, useId, useRef } from "react";
import { placeOfWords } from "../evidence/index.ts";
import type { Span } from "../evidence/index.ts";
import type { Words } from "./draft.ts";
import { usePicking } from "./pick.ts";

interface Field {
  readonly label: string;
  readonly value: Words;
  readonly change: (words: Words) => void;
  /** Only words that stand in the text will do. */
  readonly isQuote?: boolean;
  /** Suggestions beside the words of the text. */
  readonly list?: string;
  readonly hint?: string;
}

/** Words of the text, and where they stand. */
export function WordsField({ label, value, change, isQuote = false, list, hint }: Field) {
  const { text, near, armed } = usePicking();
  const key = useId();
  const { field, put, wait, choose } = useWords(key, label, change);
  const told = useId();
  const type = (typed: string): void => put({ text: typed, span: placeOfWords(text, typed.trim(), value.span?.start ?? near) });
  const isMine = armed?.key === key;
  return (
    <div className="words-field">
      <label>
        {label}
        <input
          ref={field}
          value={value.text}
          list={list}
          onFocus={() => wait(value.span)}
          onChange={(event) => type(event.target.value)}
          aria-describedby={told}
          maxLength={5000}
          autoComplete="off"
        />
      </label>
      <button type="button" onClick={() => choose(value.span)} aria-label={`Choose words of the text: ${label}`} title="Choose words of the text">
        Choose
      </button>
      <small id={told} className="soft">
        {noteOf(value, isQuote, isMine, hint)}
      </small>
    </div>
  );
}

/** How a field waits for words and gets them. Who chooses words does so a while after it began to wait: they go into the field as it is by then. */
function useWords(key: string, label: string, change: Field["change"]) {
  const { text, arm, enter, fields } = usePicking();
  const field = useRef<HTMLInputElement>(null);
  const wait = (span: Span | undefined): void => arm({ key, label }, span);
  const put = (words: Words): void => {
    wait(words.span);
    change(words);
  };
  useEffect(() => {
    fields.set(key, {
      take: (span) => put({ text: text.slice(span.start, span.end), span }),
      back: () => field.current?.focus(),
    });
    return () => void fields.delete(key);
  });
  const choose = (span: Span | undefined): void => {
    wait(span);
    enter();
  };
  return { field, put, wait, choose };
}

function noteOf({ text, span }: Words, isQuote: boolean, isMine: boolean, hint: string | undefined): string {
  if (text.trim() === "") return isMine ? "Select words in the text, or type them." : (hint ?? "");
  if (span !== undefined) return `stands in the text at ${span.start}`;
  return isQuote ? "The text does not say this: choose its exact words." : "does not stand so in the text";
}

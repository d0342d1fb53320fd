// Something to be copied: an address or a secret, with a button.
import { useSay } from "../shell/index.ts";

/** A text that is to be copied, under its name. */
export function Copied({ name, text }: { readonly name: string; readonly text: string }) {
  const say = useSay();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say(`${name} copied`);
    } catch {
      say("The browser does not let pages copy: mark the text and copy it yourself");
    }
  };
  return (
    <div className="row copied">
      <span className="small soft">{name}</span>
      <code>{text}</code>
      <button onClick={() => void copy()} aria-label={`Copy ${name}`}>
        Copy
      </button>
    </div>
  );
}

// What just happened, in words: shown for a while at the foot of the page, and read out to whoever listens to it.
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";

type Say = (words: string) => void;

const SayContext = createContext<Say>(() => undefined);

/** How long words stay. */
const STAY = 6000;

/** Shows what is said within. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback((said: string) => {
    clearTimeout(timer.current);
    setWords(said);
    timer.current = setTimeout(() => setWords(""), STAY);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SayContext value={say}>
      {children}
      <output className="said" data-shown={words !== ""}>
        {words}
      </output>
    </SayContext>
  );
}

/** Says what just happened. */
export function useSay(): Say {
  return useContext(SayContext);
}

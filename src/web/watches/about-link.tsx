// What a watch is about, in words that lead there.
import { Link } from "@tanstack/react-router";
import { aboutText, dealsAsked } from "./about.ts";
import type { About } from "./about.ts";
import { useSubjectName } from "./asking.ts";

/** The words, as a link to the deal, or to the deals that are meant. */
export function AboutLink({ about }: { readonly about: About }) {
  const name = useSubjectName(about);
  if ("deal" in about)
    return (
      <Link to="/deals/$id" params={{ id: about.deal }}>
        {aboutText(about, name)}
      </Link>
    );
  return (
    <Link to="/deals" search={dealsAsked(about)}>
      {aboutText(about, name)}
    </Link>
  );
}

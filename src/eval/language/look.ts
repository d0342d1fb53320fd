// What every section of the language part is given.
import type { Language } from "../../language/index.ts";
import type { Bench } from "../part.ts";
import type { HeldBack } from "./held-back.ts";

/** The surroundings, the loaded model and what its training left out. */
export interface Look {
  readonly bench: Bench;
  readonly language: Language;
  readonly heldBack: HeldBack;
}

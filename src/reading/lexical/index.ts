// The door of lexical/: the cheap pass that keeps sentences without claims from the model.
export { passing, triggerForms } from "./pass.ts";
export type { PassKnowledge } from "./pass.ts";

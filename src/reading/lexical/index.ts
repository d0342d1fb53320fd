// The door of lexical/: the cheap pass that keeps sentences without claims from the model.
export { irregularForms } from "./inflect.ts";
export { needsOf } from "./needs.ts";
export { passing } from "./pass.ts";

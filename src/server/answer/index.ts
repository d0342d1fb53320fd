// The door of answer/: the forms of answers that all routes share.
export { PROBLEM, problemAnswer, problemSchema } from "./problem.ts";
export { arrayText, pageText } from "./page.ts";

// The door of extraction/: what is made of web pages, beside others.
export { pageFolder } from "./pages.ts";
export { extraction } from "./part.ts";
export { findTrafilatura } from "./trafilatura.ts";
export type { Trafilatura } from "./trafilatura.ts";

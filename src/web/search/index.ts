// The door of search/.
export { searchRoute } from "./route.ts";

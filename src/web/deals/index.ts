// The door of deals/: the list of deals.
export { dealsRoute, startRoute } from "./route.ts";

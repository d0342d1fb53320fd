// The door of deals/: the list of deals.
export { DEAL_FILTERS, dealsRoute, startRoute } from "./route.ts";

// The door of review/.
export { reviewRoute } from "./route.ts";

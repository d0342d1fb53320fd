// The door of deal/.
export { dealRoute } from "./route.ts";

// The door of add/.
export { addRoute } from "./route.ts";

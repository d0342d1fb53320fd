// The door of watches/.
export { watchesRoute, watchRoute } from "./route.ts";

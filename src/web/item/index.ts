// The door of item/.
export { itemsRoute, itemRoute } from "./route.ts";

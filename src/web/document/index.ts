// The door of document/.
export { documentsRoute, documentRoute } from "./route.ts";

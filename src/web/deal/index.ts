// The door of deal/.
export { dealRoute, dossierRoute } from "./route.ts";

// The door of party/.
export { partiesRoute, partyRoute } from "./route.ts";

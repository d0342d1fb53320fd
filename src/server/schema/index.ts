// The door of schema/: the forms of questions and answers, from which the OpenAPI document is made.
export {
  alertSchema,
  changeSchema,
  channelRequestSchema,
  channelSchema,
  deadSchema,
  logLineSchema,
  toldWatchSchema,
  watchChangeSchema,
  watchRequestSchema,
} from "./alert.ts";
export {
  clusterSchema,
  decidedSchema,
  decidingSchema,
  foundClaimSchema,
  foundDocumentSchema,
  listedDocumentSchema,
  listedReadingSchema,
  standingSchema,
  storedClaimSchema,
  storedDecisionSchema,
  storedDocumentSchema,
} from "./claim.ts";
export { loosened } from "./loosened.ts";
export { addressed, after, asked, day, limit, next, personSchema } from "./parameters.ts";
export { dealBriefSchema, wholeDealSchema } from "./deal.ts";
export { count, itemSchema, networkSchema, partySchema, valuesQuery } from "./value.ts";

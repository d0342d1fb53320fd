// The door of schema/: the forms of questions and answers, from which the OpenAPI document is made.
export {
  clusterSchema,
  decidedSchema,
  decidingSchema,
  listedDocumentSchema,
  listedReadingSchema,
  standingSchema,
  storedClaimSchema,
  storedDecisionSchema,
  storedDocumentSchema,
} from "./claim.ts";
export { after, asked, day, limit, next } from "./parameters.ts";
export { dealLineSchema, KINDS, POLICIES, STATES, wholeDealSchema } from "./deal.ts";

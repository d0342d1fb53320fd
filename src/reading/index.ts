// The door of reading/: what one text says, as claims and abstentions.
export { ACTS, MODES, abstentionSchema, claimSchema } from "./claim.ts";
export type { Abstention, Act, Claim, Item, Mode, Money, Party, Reading, Source } from "./claim.ts";
export { claimIdIn } from "./claim-id.ts";
export { recogniseMoney } from "./money/index.ts";
export { recogniseQuantities } from "./quantity/index.ts";
export { ancestors, CLAUSES, constructionOf, FORMS, headOfSpan, treeOf } from "./grammar/index.ts";
export type { Construction } from "./grammar/index.ts";
export type { BrokenConstraint, Candidate, CandidateEnd, ExplainedRole, ExplainedSentence, Explanation, RefusedFrame } from "./explain.ts";
export { openReader } from "./open.ts";
export type { OpenReaderOptions } from "./open.ts";
export type { ItemMention, MoneyMention, PartyMention, QuantityMention, SourceMention } from "./annotation.ts";
export { catalogueOf, kindGroups, loadItems, recogniseItems } from "./item/index.ts";
export type { AnnotatedDocument, Reader, ReaderOptions } from "./reader.ts";
export { chances, CLUES, confidenceFrom, FEATURES, rowsOfCounterparts, weigh } from "./claiming/index.ts";
export type { Clues, Counterparts, Features, RuleCount } from "./claiming/index.ts";
export { loadKnowledge } from "./knowledge.ts";
export { sidesOpen, unvoted } from "./read.ts";
export type { Unvoted } from "./read.ts";

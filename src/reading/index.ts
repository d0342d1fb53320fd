// The door of reading/: what one text says, as claims and abstentions.
export { ACTS, abstentionSchema, claimSchema } from "./claim.ts";
export type { Abstention, Act, Claim, Item, Mode, Money, Party, Reading, Source } from "./claim.ts";
export { claimIdIn } from "./claim-id.ts";
export { recogniseMoney } from "./money/index.ts";
export { recogniseQuantities } from "./quantity/index.ts";
export { openReader } from "./open.ts";
export type { OpenReaderOptions } from "./open.ts";
export type { ItemMention, MoneyMention, PartyMention, QuantityMention, SourceMention } from "./annotation.ts";
export { catalogueOf, kindGroups, loadItems, recogniseItems } from "./item/index.ts";
export type { AnnotatedDocument, Reader, ReaderOptions } from "./reader.ts";

// The door of reading/: what one text says, as claims and abstentions.
export { ACTS, abstentionSchema, claimSchema } from "./claim.ts";
export type { Abstention, Act, Claim, Item, Mode, Money, Party, Reading, Source } from "./claim.ts";
export type { ItemMention, MoneyMention, PartyMention, SourceMention, TimeMention } from "./annotation.ts";
export { openReader } from "./open.ts";
export type { AnnotatedDocument, PassCount, Reader, ReaderOptions } from "./reader.ts";

// The door of piece/: small parts that many views show.
export { ACT_FAMILY, actName, ACTS, FAMILIES, MODES, modeText } from "./act.ts";
export type { Act, Family } from "./act.ts";
export { ActWord } from "./act-word.tsx";
export { counted } from "./count.ts";
export { Day, dayText } from "./day.tsx";
export { DealList } from "./deal-list.tsx";
export type { ListedDeal } from "./deal-list.tsx";
export { Fact } from "./fact.tsx";
export { fieldText } from "./field-text.ts";
export { disputeLook, DisputeMark, Mark, stateLook, StateMark, stateText } from "./mark.tsx";
export { isFocusNowhere } from "./focus.ts";
export { Modal } from "./modal.tsx";
export { Bones, Empty, TroubleNote } from "./note.tsx";
export { Page } from "./page.tsx";
export { dealsText, Values } from "./values.tsx";
export type { Counted } from "./values.tsx";
export { useWidth } from "./width.ts";

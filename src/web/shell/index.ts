// The door of shell/: the frame around views, the keyboard, what is said, and how the server stands.
export { alertText, conflictText } from "./alert-text.ts";
export { useAlerts, useLookedAt } from "./alerts.ts";
export { KeyboardProvider, useKeys } from "./keys.tsx";
export type { Binding } from "./key-table.ts";
export { LiveProvider, useSay } from "./live.tsx";
export { useDecide } from "./deciding.ts";
export type { Wanted } from "./deciding.ts";
export { PersonLine, PersonProvider, usePerson } from "./person.tsx";
export type { Signed } from "./person.tsx";
export { root } from "./root.tsx";
export { given, parsed, picked } from "./search.ts";
export { hangsOnDeal, OF_DEAL, STATUS, useStatus } from "./status.ts";
export { showTheme } from "./theme.ts";

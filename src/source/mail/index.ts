// The door of mail/: what comes in the form of messages, which is messages, the many of a mailbox, and pages that were saved.
export { isMailbox, mailboxResources } from "./mailbox.ts";
export { mailResources } from "./resources.ts";
export { isSavedPage, savedPage } from "./saved-page.ts";

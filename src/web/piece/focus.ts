// Where the focus is.

/** Whether nothing on the page has the focus, as when what had it was taken away. */
export function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

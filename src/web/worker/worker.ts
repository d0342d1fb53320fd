// What runs in the browser also while the desk is closed: it shows alerts that are pushed, and opens what they are about. It asks for nothing and
// keeps nothing.
import { shownOf } from "./shown.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, tag, path } = shownOf(event.data?.text());
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: path }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const data: unknown = event.notification.data;
  event.waitUntil(open(typeof data === "string" ? data : "/watches"));
});

/** Shows a page of the desk: in a window that is open, or in a new one. */
async function open(path: string): Promise<void> {
  const [window] = await self.clients.matchAll({ type: "window" });
  if (window === undefined) await self.clients.openWindow(path);
  // A browser that does not let the window come forward must not keep it from showing the page.
  else await Promise.allSettled([window.focus(), window.navigate(path)]);
}

// Opens an address in the person's browser, where there is one to open it: a machine without a screen only has the address to copy.
import { spawn } from "node:child_process";

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Opens `url`, and does not wait for it. Nothing happens where no screen or no opener is there. */
export function openBrowser(url: string, env: NodeJS.ProcessEnv): void {
  const isHeadless = process.platform === "linux" && env["DISPLAY"] === undefined && env["WAYLAND_DISPLAY"] === undefined;
  const opener = OPENERS[process.platform];
  if (opener === undefined || isHeadless) return;
  const [program, ...before] = opener;
  const opened = spawn(program, [...before, url], { stdio: "ignore", detached: true });
  // The address stands on the terminal: whoever has no opener can follow it from there.
  opened.on("error", () => undefined);
  opened.unref();
}

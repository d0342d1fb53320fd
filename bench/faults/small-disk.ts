// A file system of some megabytes in memory, which fills up soon and can be given more room: a full disk that harms nobody.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small file system. */
export interface SmallDisk {
  readonly folder: string;
  /** Gives it more room, in KiB. */
  readonly grow: (size: number) => void;
  /** Takes it away with all that it holds. */
  readonly end: () => void;
}

/** A file system of `size` KiB; undefined where mounting is not allowed. */
export function smallDisk(size: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "pacta-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    grow: (more) => void execFileSync("mount", ["-o", `remount,size=${more}k`, folder]),
    end: () => {
      // Lazily: after a failure somebody may still have files there.
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

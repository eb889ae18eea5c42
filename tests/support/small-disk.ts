import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

const MB = 1024 * 1024;

/** Why this user may not mount a disk; `null` when it may. A container's root often may not. */
export function whyNoDisk(): string | null {
  if (process.getuid?.() !== 0) return "needs root, to mount a small disk";
  const tried = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]);
  return tried.status === 0 ? null : "this machine's root may not mount a small disk";
}

/** A small disk in memory, to be filled up. {@link SmallDisk.unmount} it before its folder is removed. */
export class SmallDisk {
  readonly #place: string;

  constructor(place: string, sizeMb: number) {
    this.#place = place;
    mkdirSync(place, { recursive: true });
    mount(["-t", "tmpfs", "-o", `size=${sizeMb}m`, "none", place]);
  }

  /** Leaves no room at all. */
  fill(): void {
    const ballast = Buffer.alloc(MB);
    for (let count = 0; this.#freeBytes() > 0; count += 1) {
      try {
        writeFileSync(path.join(this.#place, "ballast"), ballast, { flag: "a" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
      if (count > 10_000) throw new Error(`${this.#place} does not fill up`);
    }
  }

  /** Takes the ballast away and makes it a large disk. */
  makeRoom(): void {
    rmSync(path.join(this.#place, "ballast"), { force: true });
    this.remount("size=2g");
  }

  remount(options: string): void {
    mount(["-o", `remount,${options}`, this.#place]);
  }

  unmount(): void {
    spawnSync("umount", ["--lazy", this.#place]);
  }

  #freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#place);
    return bavail * bsize;
  }
}

function mount(args: string[]): void {
  const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${stderr}`);
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { hold, holdOrBeRefused, refusal } from "./holding.testing.ts";
import { layoutOf } from "./layout.ts";
import { addRow, asRoot, countRows, folderPerTest } from "./test-folder.testing.ts";

const folder = folderPerTest();

describe("trouble with the folder", () => {
  test("a cluster with parts missing is not touched", async () => {
    const server = await hold(folder.data, "server");
    await server.stop();
    const { cluster } = layoutOf(folder.data);
    unlinkSync(path.join(cluster, "global", "pg_control"));

    const answer = await refusal(folder.data, "server");

    expect(answer.refused).toBe("cluster_damaged");
    expect(existsSync(path.join(cluster, "PG_VERSION"))).toBe(true);
  });

  test("a cluster of another PostgreSQL is named as such", async () => {
    const server = await hold(folder.data, "server");
    await server.stop();
    const versionFile = path.join(layoutOf(folder.data).cluster, "PG_VERSION");
    writeFileSync(versionFile, "17\n");

    expect((await refusal(folder.data, "server")).refused).toBe("wrong_version");
  });

  test("a lost password is said", async () => {
    const server = await hold(folder.data, "server");
    await server.stop();
    rmSync(layoutOf(folder.data).password);

    expect((await refusal(folder.data, "server")).refused).toBe("password_lost");
  });

  test("a file in the folder's place is said", async () => {
    mkdirSync(path.dirname(folder.data), { recursive: true });
    writeFileSync(folder.data, "");

    expect((await refusal(folder.data, "server")).refused).toBe("folder_not_writable");
  });

  test.skipIf(!mayMount())("(as root) a full disk is said; with room again the start works", async () => {
    const disk = mountDisk("size=30m");
    try {
      expect((await refusal(folder.data, "server")).refused).toBe("disk_full");
      const { cluster, unfinishedCluster } = layoutOf(folder.data);
      expect([existsSync(cluster), existsSync(unfinishedCluster)]).toEqual([false, false]);

      disk.change("size=400m");
      const server = await hold(folder.data, "server");

      await addRow(server);
      await server.stop();
    } finally {
      disk.unmount();
    }
  });

  test.skipIf(!mayMount())(
    "(as root) a disk that fills up later loses nothing that was committed",
    async () => {
      const disk = mountDisk("size=400m");
      try {
        const server = await hold(folder.data, "server");
        await addRow(server);
        await server.stop();
        spawnSync("dd", ["if=/dev/zero", `of=${path.join(folder.temporary, "disk", "ballast")}`, "bs=1M"]);
        expect((await refusal(folder.data, "server")).refused).toBe("disk_full");

        rmSync(path.join(folder.temporary, "disk", "ballast"));
        const again = await hold(folder.data, "server");

        expect(await countRows(again)).toBe(1);
        await again.stop();
      } finally {
        disk.unmount();
      }
    },
  );

  test.skipIf(!mayMount())(
    "(as root) a read-only disk is said, before and after there is a database",
    async () => {
      const disk = mountDisk("size=400m");
      try {
        disk.change("ro");
        expect((await refusal(folder.data, "server")).refused).toBe("folder_not_writable");
        disk.change("rw");
        const server = await hold(folder.data, "server");
        await addRow(server);
        await server.stop();

        disk.change("ro");
        const answer = await holdOrBeRefused(folder.data, "command");

        expect(answer).toMatchObject({ refused: "folder_not_writable" });
        disk.change("rw");
        const again = await hold(folder.data, "server");
        expect(await countRows(again)).toBe(1);
        await again.stop();
      } finally {
        disk.unmount();
      }
    },
  );
});

/** Whether this user may mount a small disk; a container's root often may not. */
function mayMount(): boolean {
  return asRoot && spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
}

/** A small disk in memory that holds the data folder for this test. */
function mountDisk(options: string) {
  const place = path.join(folder.temporary, "disk");
  mkdirSync(place);
  mount(["-t", "tmpfs", "-o", options, "none", place]);
  folder.data = path.join(place, "data");
  return {
    change: (changed: string) => mount(["-o", `remount,${changed}`, place]),
    unmount: () => spawnSync("umount", ["--lazy", place]),
  };
}

function mount(args: string[]): void {
  const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${stderr}`);
}

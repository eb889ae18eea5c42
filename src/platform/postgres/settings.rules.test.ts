import { describe, expect, test } from "vitest";
import { settingsForMemory } from "./settings.rules.ts";

const GB = 1024 ** 3;

describe("memory settings", () => {
  test.each([
    {
      memory: GB / 2,
      shared_buffers: "128MB",
      effective_cache_size: "256MB",
      work_mem: "4MB",
      max_wal_size: "1024MB",
    },
    {
      memory: 4 * GB,
      shared_buffers: "1024MB",
      effective_cache_size: "2048MB",
      work_mem: "16MB",
      max_wal_size: "1024MB",
    },
    {
      memory: 16 * GB,
      shared_buffers: "4096MB",
      effective_cache_size: "8192MB",
      work_mem: "64MB",
      max_wal_size: "4096MB",
    },
    {
      memory: 256 * GB,
      shared_buffers: "8192MB",
      effective_cache_size: "65536MB",
      work_mem: "64MB",
      max_wal_size: "8192MB",
    },
  ])("of a machine with $memory bytes", ({ memory, ...expected }) => {
    expect(settingsForMemory(memory)).toMatchObject(expected);
  });

  test("a very small machine keeps a working minimum", () => {
    expect(settingsForMemory(64 * 1024 ** 2)).toMatchObject({ shared_buffers: "64MB", work_mem: "4MB" });
  });

  test("nothing acknowledged is lost on any machine", () => {
    const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

    expect(settingsForMemory(GB)).toMatchObject(durable);
  });
});

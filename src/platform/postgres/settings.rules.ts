const MB = 1024 * 1024;
const GB = 1024 * MB;

/** What PostgreSQL is started with; each pair becomes `-c name=value`. */
export type Settings = Readonly<Record<string, string>>;

/**
 * Settings for an embedded PostgreSQL that shares its machine with Rapport.
 *
 * A quarter of the memory for its own cache and half for what it may expect of the system's; `work_mem` small
 * enough that a hundred connections do not exhaust the machine.
 *
 * @param memoryBytes memory this process may use: of the machine, or of its container when that is less
 */
export function settingsForMemory(memoryBytes: number): Settings {
  return {
    max_connections: "100",
    shared_buffers: inMb(memoryBytes / 4, 64 * MB, 8 * GB),
    effective_cache_size: inMb(memoryBytes / 2, 128 * MB, 64 * GB),
    work_mem: inMb(memoryBytes / 256, 4 * MB, 64 * MB),
    maintenance_work_mem: inMb(memoryBytes / 16, 64 * MB, GB),
    max_wal_size: inMb(memoryBytes / 4, GB, 8 * GB),
    // Disks are solid-state today; the default of 4 makes the planner avoid indexes.
    random_page_cost: "1.1",
    // Rapport's queries are short: compiling them costs more than it gains.
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
  };
}

/** Settings for a database nobody will miss: as fast as it gets, gone with the first power cut. */
export function settingsForThrowaway(): Settings {
  return {
    max_connections: "100",
    shared_buffers: "128MB",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    autovacuum: "off",
    max_wal_size: "4GB",
    jit: "off",
  };
}

function inMb(bytes: number, least: number, most: number): string {
  return `${Math.floor(Math.min(Math.max(bytes, least), most) / MB)}MB`;
}

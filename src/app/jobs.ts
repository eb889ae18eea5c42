import type { JobWork } from "#platform/jobs/index.ts";

/** Every module's background work. */
export const jobWorks: readonly JobWork[] = [];

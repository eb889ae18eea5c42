import type { Api } from "#platform/http/serve.ts";

/** Every module's routes. */
export function serveAll(_api: Api): void {}

import type { Api } from "#platform/http/serve.ts";

export function serveImports(
  _api: Api,
  _config: { readonly dataFolder: string; readonly uploadLimitBytes: number },
): void {}

import type { Endpoint } from "#platform/http/endpoint.ts";
import { answerTo } from "./api-client.ts";
import { showProblem } from "./widgets/notify.tsx";

/** How long (ms) the browser may take to begin with a file before its memory is given back. */
const graceMs = 60_000;

/**
 * Saves the file that an endpoint answers with: for requests that no address can hold. Shows what goes wrong itself
 * and answers whether there was a file.
 */
export async function download(
  endpoint: Pick<Endpoint, "method" | "path">,
  args: { readonly body?: unknown },
): Promise<boolean> {
  try {
    const answer = await answerTo(endpoint, args);
    save(await answer.blob(), fileNameOf(answer.headers.get("Content-Disposition")));
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), graceMs);
}

/** The name in a `Content-Disposition`: the one that may hold any character, else the plain one. */
export function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]*)"/i.exec(disposition ?? "")?.[1] ?? "";
}

/** The name under which a person knows an uploaded file. */

import { cutText, normalizeText } from "#platform/text.rules.ts";

const maximumLength = 200;

/**
 * The name from a header (percent-encoded, RFC 8187's `UTF-8''…` included) or from the query; without folders and
 * control characters, `null` when nobody said.
 */
export function readFileName(header: string | undefined, query: string | undefined): string | null {
  const given = header === undefined ? query : decoded(header.replace(/^utf-8'[^']*'/i, ""));
  const name = (given ?? "")
    .replace(/\p{Cc}|\p{Cs}/gu, "")
    .split(/[/\\]/)
    .at(-1);
  const text = normalizeText(name);
  return text === null ? null : cutText(text, maximumLength);
}

/** What is no valid percent-encoding is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a web source opens for a contact (contacts §9). */

/**
 * The address with the encoded search word for every `%1`; `null` where the web source has no address. A word that is
 * blank leaves its place empty.
 */
export function launchUrl(url: string | null, searchWord: string | null): string | null {
  return url === null ? null : url.replaceAll("%1", () => encodeURIComponent(searchWord ?? ""));
}

/**
 * XML has no way to write most control characters, so workbooks write `_x000D_` for them, and `_x005F_` for an
 * underscore that would otherwise be read as the beginning of one.
 */
const escaped = /_x([0-9A-Fa-f]{4})_/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 cannot hold.
const unwritable = /[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** A cell's text without those escapes. NUL stays escaped: nothing behind us can store it. */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(escaped, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code === 0 ? whole : String.fromCharCode(code);
  });
}

/** A text ready to stand between XML tags; half a surrogate pair becomes U+FFFD. */
export function escapeCellText(text: string): string {
  return escapeXml(text.toWellFormed().replace(unwritable, escapeCharacter));
}

/** Markup characters replaced, for attributes and texts alike. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function escapeCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

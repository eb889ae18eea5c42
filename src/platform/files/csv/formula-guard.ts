/**
 * A spreadsheet runs a cell of a CSV that begins with one of these as a formula, and a formula can send the sheet's
 * contents away. The writer puts an apostrophe before such a text; our reader takes exactly that apostrophe away.
 *
 * - guarded: texts that begin with a dangerous character, and those that begin with apostrophes and then one, so
 *   that a text which had its own apostrophe keeps it;
 * - not guarded: an international phone number of plus, digits and spaces. It holds no formula, and every other
 *   program that reads the file wants it as it is. Hyphens or brackets make arithmetic of it (`+358-40-1` is 317),
 *   so those are guarded;
 * - not guarded: cells of number, date and boolean columns, whose form the writer controls.
 *
 * The full-width twins of the characters count too: spreadsheets in East Asian languages accept them.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;
const phoneNumber = /^\+\d[\d ]*$/;

/** The text as it goes into a CSV, safe to open in a spreadsheet. */
export function guardFormula(text: string): string {
  return dangerous.test(text) && !phoneNumber.test(text) ? `'${text}` : text;
}

/** The text as it was before `guardFormula`; a text that never went through it and needs no guard is unchanged. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}

/** Letters that stand for a contact without a picture. Pure. */

interface Named {
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly firstName?: string | null;
  readonly surname?: string | null;
}

/**
 * At most two letters: of a person's first name and surname, of the first two words of a company; marks between words
 * are none. Blank without a name.
 */
export function initialsOf({ type, name, firstName, surname }: Named): string {
  const words = (name ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts =
    type === "company"
      ? words.slice(0, 2)
      : [firstName ?? words[0], surname ?? (words.length > 1 ? words.at(-1) : null)];
  return parts.map((part) => firstLetter(part ?? "")).join("");
}

function firstLetter(word: string): string {
  const [letter = ""] = /[\p{L}\p{N}]\p{M}*/u.exec(word) ?? [];
  return letter.toLocaleUpperCase();
}

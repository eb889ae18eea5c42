/** What the cells of a past interaction mean, beside dates and plain texts. */

import type { InformationFlow, InitiatedBy } from "#interactions/derivations.rules.ts";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import { readFlag } from "../cell-texts.rules.ts";

/** A value, `null` where the text says that there is none, `undefined` where it says nothing known. */
type Read<Value> = Value | null | undefined;

const nothing = new Set(["-", "–", "none", "ei mitään", "ingen"]);

function reader<Value extends string>(words: Readonly<Record<Value, readonly string[]>>) {
  const known = new Map(
    (Object.keys(words) as Value[]).flatMap((value) => [
      [value.toLowerCase(), value] as const,
      ...words[value].map((word) => [word, value] as const),
    ]),
  );
  return (text: string): Read<Value> => {
    const word = text.toLowerCase().replace(/[\s_]+/g, " ");
    return nothing.has(word) ? null : known.get(word);
  };
}

export const readInformationFlow = reader<InformationFlow>({
  outbound: ["out", "outgoing", "sent", "email", "forwarded email", "lähtevä", "lähetetty", "utgående"],
  inbound: ["in", "incoming", "received", "incoming email", "saapuva", "vastaanotettu", "inkommande"],
});

export const readInitiatedBy = reader<InitiatedBy>({
  us: ["we", "me", "meiltä", "oss", "vi"],
  them: ["they", "contact", "customer", "kontakti", "asiakas", "dem", "kontakt"],
});

export const readEvaluation = reader<Evaluation>({
  veryPositive: ["very positive", "erittäin myönteinen", "mycket positiv"],
  positive: ["myönteinen", "positiv"],
  neutral: ["neutraali"],
  negative: ["kielteinen", "negativ"],
  veryNegative: ["very negative", "erittäin kielteinen", "mycket negativ"],
});

/** How telephones and calendars of other programs say that nobody was reached. */
const outcomes = reader<"failed" | "reached">({
  failed: [
    "attempt failed",
    "busy",
    "no answer",
    "left voicemail",
    "left live message",
    "wrong number",
    "not held",
    "no show",
    "canceled",
    "cancelled",
    "ei vastausta",
    "varattu",
    "yhteydenotto epäonnistui",
  ],
  reached: ["connected", "completed", "held", "answered", "vastattu", "pidetty"],
});

/** Whether the attempt failed, said by yes or no or by the outcome of a call; `undefined` where it says neither. */
export function readAttemptFailed(text: string): boolean | undefined {
  const flag = readFlag(text);
  if (flag !== null) return flag;
  const outcome = outcomes(text);
  return outcome ? outcome === "failed" : undefined;
}

const decimal = /^\d+([.,]\d+)?$/;
const clock = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/;
const inWords =
  /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|t|tuntia?|tim|timmar?))?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuuttia?|minuter?))?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|sekuntia?|sekunder))?$/;

/** Whole minutes of `10`, `0:10`, `00:10:30`, `1 h 15 min` or `PT1H15M`, rounded; `null` where it is no duration. */
export function readMinutes(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (decimal.test(written)) return Math.round(numberOf(written));
  const shown = clock.exec(written);
  const parts = shown ?? inWords.exec(written.replace(/^pt/, ""));
  if (!parts || parts.slice(1).every((part) => part === undefined)) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) => numberOf(part ?? "0"));
  return Math.round(hours! * 60 + minutes! + seconds! / 60);
}

/** Whole minutes of seconds, rounded; `null` where it is no number. */
export function readSeconds(text: string): number | null {
  return decimal.test(text.trim()) ? Math.round(numberOf(text) / 60) : null;
}

function numberOf(text: string): number {
  return Number(text.trim().replace(",", "."));
}

/**
 * An amount written in any of the usual ways, such as `1 234,50 €` or `1,234.50`; `null` where it is none, or where
 * nobody can tell whether a comma parts thousands.
 */
export function readAmount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(/^\p{Sc}|^[A-Z]{3}|\p{Sc}$|[A-Z]{3}$/gu, "");
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  if (last === -1) return Number(digits);
  const separator = digits[last]!;
  const other = separator === "," ? "." : ",";
  const isRepeated = digits.indexOf(separator) !== last;
  const hasBoth = digits.includes(other);
  if (isRepeated) return hasBoth ? null : groupsOf(digits, separator);
  if (separator === "," && !hasBoth && digits.length - last === 4) return null;
  const whole = hasBoth ? groupsOf(digits.slice(0, last), other) : Number(digits.slice(0, last));
  return whole === null ? null : Number(`${whole}.${digits.slice(last + 1)}`);
}

/** Thousands with a separator between them: only if every group but the first has three digits. */
function groupsOf(text: string, separator: string): number | null {
  const groups = text.split(separator);
  return groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
    ? Number(groups.join(""))
    : null;
}

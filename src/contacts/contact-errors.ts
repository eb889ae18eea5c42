import type { Context } from "#app/database.ts";
import { type AppError, Conflict, type FieldError, Forbidden, Invalid, NotFound } from "#platform/errors.ts";

/** The error of one contact: a single problem speaks for itself, several are listed. */
export function invalidContact(errors: readonly FieldError[]): AppError {
  const codes = new Set(errors.map(({ code }) => code));
  const [only] = codes;
  if (codes.size > 1 || only === undefined) return new Invalid("validation", {}, errors);
  return new Invalid(only, errors[0]?.values ?? {}, errors);
}

export function contactNotFound(no: string): NotFound {
  return new NotFound("contact_not_found", { no });
}

/** 404: the contact was merged; its number leads to the survivor, but is not what that one is called. */
export function contactMerged(no: string, survivorNo: string): NotFound {
  return new NotFound("contact_merged", { no, survivorNo });
}

/** 409: whoever this was was erased (contacts §10); nothing is written about it any more. */
export function contactErased(no: string): Conflict {
  return new Conflict("contact_erased", { no });
}

/** 409: the contact is prepared for something in a segment that is not logged yet (segments §14). */
export function contactOnSegment(no: string, path: string | null = null): Conflict {
  const code = "contact_on_segment";
  return new Conflict(code, { no }, path === null ? [] : [{ path, code, values: { no } }]);
}

/** 409 about one field of the contact or of the set-up. */
export function conflictAt(path: string, code: string, values: Record<string, string> = {}): Conflict {
  return new Conflict(code, values, [{ path, code, values }]);
}

/** 409 `duplicate`: the number belongs to another contact. */
export function numberTaken(no: string): Conflict {
  return conflictAt("no", "duplicate", { key: no });
}

/** Privacy flags are a right of their own (contacts §10). */
export function refusePrivacyManagement(ctx: Context): Forbidden | null {
  if (ctx.actor.kind === "system" || ctx.actor.rights.has("privacy.manage")) return null;
  return new Forbidden("forbidden", { right: "privacy.manage" });
}

import { Conflict, NotFound } from "#platform/errors.ts";
import type { PartyKind } from "./party-kinds.rules.ts";

/** 404: there is no party of this kind with this number. */
export function partyNotFound(kind: PartyKind, no: string): NotFound {
  return new NotFound("party_not_found", { kind, no }, [
    { path: "no", code: "party_not_found", values: { no } },
  ]);
}

/** 409 `duplicate`: the number or external id belongs to another party of the kind. */
export function partyKeyTaken(path: "no" | "externalId", key: string): Conflict {
  return new Conflict("duplicate", { key }, [{ path, code: "duplicate", values: { key } }]);
}

/** 409: the contact is already linked to a party of the kind; names it. */
export function contactLinked(kind: PartyKind, contactNo: string, partyNo: string): Conflict {
  return new Conflict("relation_contact_linked", { kind, contactNo, partyNo });
}

/** 409: the party is already linked to another contact; names it. */
export function partyLinked(kind: PartyKind, partyNo: string, contactNo: string): Conflict {
  return new Conflict("relation_party_linked", { kind, partyNo, contactNo });
}

/** Requests of a batch that could not be carried out after others were; the whole transaction is to be undone. */
export class PartiesRefused extends Error {
  readonly refusals: ReadonlyMap<number, Error>;

  /** @param refusals by place in the batch */
  constructor(refusals: ReadonlyMap<number, Error>) {
    super("parties refused");
    this.refusals = refusals;
  }
}

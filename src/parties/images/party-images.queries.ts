import type { Db } from "#app/database.ts";
import type { PictureOf } from "#pictures/index.ts";
import { NotFound } from "#platform/errors.ts";
import { partyNotFound } from "../party-errors.ts";
import type { PartyKind } from "../party-kinds.rules.ts";

/** @throws NotFound `party_not_found`, `image_none` */
export async function findPartyPicture(db: Db, kind: PartyKind, no: string): Promise<PictureOf> {
  const party = await db
    .selectFrom("parties")
    .select(["no", "name", "image_no as imageNo"])
    .where("kind", "=", kind)
    .where("no", "=", no)
    .executeTakeFirst();
  if (!party) throw partyNotFound(kind, no);
  const { imageNo } = party;
  if (imageNo === null) throw new NotFound("image_none", { no });
  return { ...party, imageNo };
}

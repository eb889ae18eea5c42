import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { PictureOf } from "#pictures/index.ts";
import { NotFound } from "#platform/errors.ts";
import { contactNotFound } from "../contact-errors.ts";

/** Column of the number of its picture, for a statement about contacts `c`. */
export const imageNoColumn = `(select max(attachment_no) from contact_images where contact_id = c.id) as "imageNo"`;

/** @throws NotFound `contact_not_found`, `image_none` */
export async function findPicture(db: Db, no: string): Promise<PictureOf> {
  const { rows } = await sql<Omit<PictureOf, "imageNo"> & { imageNo: number | null }>`
    select c.no, c.name, ${sql.raw(imageNoColumn)} from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no}`.execute(db);
  if (!rows[0]) throw contactNotFound(no);
  const { imageNo, ...contact } = rows[0];
  if (imageNo === null) throw new NotFound("image_none", { no });
  return { ...contact, imageNo };
}

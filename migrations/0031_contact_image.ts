import { type Kysely, sql } from "kysely";

/** The picture of a contact (contacts, section 9), one at most: an attachment that the contact names. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table contact_images (
      contact_id bigint not null constraint contact_images_contact_id_fkey references contacts on delete cascade,
      attachment_no bigint not null,
      constraint contact_images_pkey primary key (contact_id, attachment_no)
    )`.execute(db);
  await sql`create index contact_images_attachment_no_idx on contact_images (attachment_no)`.execute(db);
  // Pictures that an undone merge brings back: asked for before the bytes of an attachment go.
  await sql`
    create index contact_merge_steps_images_idx on contact_merge_steps using gin (details jsonb_path_ops)
     where table_name = 'contact_images'`.execute(db);
  await sql`grant select, insert, update, delete on contact_images to rapport_runtime`.execute(db);
}

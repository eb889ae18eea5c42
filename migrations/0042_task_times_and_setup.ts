import { type Kysely, sql } from "kysely";

/** Tasks have times; the marketing set-up says until when they last and in which language one is greeted. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table tasks
      add column start_time time,
      -- seconds; whole days are multiples of a day. The end follows from it.
      add column duration_sec integer not null default 86400,
      add column all_day boolean not null default false,
      add column location text`.execute(db);
  // What was a meeting on a day without a time lasts all day; a call takes as long as a new one does.
  await sql`update tasks set all_day = true where type = 'meeting'`.execute(db);
  await sql`update tasks set duration_sec = 1800 where type = 'phoneCall'`.execute(db);
  await sql`
    alter table tasks
      add constraint tasks_duration_sec_check check (duration_sec between 60 and 315360000),
      add constraint tasks_start_time_check check (start_time is null or (type is not null and not all_day)),
      add constraint tasks_all_day_check check (not all_day or type is not distinct from 'meeting'),
      add constraint tasks_location_check check (location is null or type is not distinct from 'meeting')`.execute(
    db,
  );
  await sql`
    alter table marketing_setup
      -- from the date of a new task to the last day it lasts
      add column default_task_date_calculation text,
      -- of who is written to without a language
      add column merge_field_language_id integer
        constraint marketing_setup_merge_field_language_id_fkey references languages`.execute(db);
}

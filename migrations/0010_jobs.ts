import { type Kysely, sql } from "kysely";

/** What running a job needs beside its place in the history: on whose behalf, how often tried, by which run. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table job_runs
      -- role, rights and so on of whoever started it, as they were then
      add column actor_details jsonb not null default '{}',
      -- runs begun so far; one that was handed back when the program stopped is not counted
      add column attempts integer not null default 0,
      -- the run that may write to this row: one that was taken over finds another value here
      add column run_token uuid`.execute(db);
  await sql`create index job_runs_user_id_idx on job_runs (user_id, created_at, id)`.execute(db);
  await sql`create index job_runs_finished_at_idx on job_runs (finished_at)`.execute(db);

  // The queue belongs to the owner of the schema; the program may add its own jobs and nothing else. The body is
  // resolved when it is called: the queue's own migrations run after these.
  await sql`
    create function queue_job(run uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
    as $$
    begin
      perform graphile_worker.add_job(
        identifier => job_runs.kind,
        payload => json_build_object('id', job_runs.id),
        max_attempts => 25,
        job_key => job_runs.id::text
      ) from job_runs where job_runs.id = run and job_runs.status = 'queued';
    end $$`.execute(db);
  await sql`revoke all on function queue_job(uuid) from public`.execute(db);
  await sql`grant execute on function queue_job(uuid) to rapport_runtime`.execute(db);
}

import type { Measurement } from "../aims.rules.ts";
import { rateOf } from "../figures.rules.ts";
import { type Bench, type Measure, usageOf } from "./measure.ts";
import { runJob } from "./run-job.ts";

/** Entries that the measure adds are older than all others. */
const lastDay = "2010-12-31";
const theirs = `happened_at < date '${lastDay}' + 1`;

/** Canceled entries on the newest contacts, every twentieth with a comment. */
async function addCanceled({ owner, scale }: Bench): Promise<void> {
  await owner.query(
    `with base as (
       update number_blocks set next = next + $1 where series = 'entry' returning next - $1 as first
     ), added as (
       insert into interaction_log_entries (contact_id, entry_no, company_id, happened_at, recorded_at, description,
         template_id, group_id, user_id, source, canceled, canceled_at, canceled_by, cancel_reason, comment_count, search_vector)
       select c.id, base.first + i, c.company_id, timestamp '${lastDay} 09:00' - i * interval '1 minute', now(),
              'Measured', t.id, t.group_id, 'BENCH', 'user', true, now(), 'BENCH', 'Recorded twice',
              case when i % 20 = 0 then 1 else 0 end, search_vector_of('Measured')
         from base cross join generate_series(0, $1 - 1) i
         join contacts c on c.id = 1 + i % $2
         join interaction_templates t on t.code = 'CALL'
       returning contact_id, entry_no, happened_at, comment_count
     ), days as (
       insert into interaction_changed_days (day) select distinct happened_at::date from added
     )
     insert into interaction_comments (contact_id, entry_no, line_no, date, text, author)
     select contact_id, entry_no, 10000, date '${lastDay}', 'Measured', 'BENCH' from added where comment_count > 0`,
    [scale.deletedEntries, scale.companies + scale.people],
  );
  await owner.query("vacuum (analyze) interaction_log_entries, interaction_comments");
}

async function deleteByRequest(bench: Bench): Promise<number> {
  const { result, elapsedMs } = await runJob<{ deleted: number }>(bench, {
    method: "POST",
    path: "/interaction-log-entries/delete-canceled",
    body: JSON.stringify({ dateTo: lastDay }),
  });
  if (result.deleted !== bench.scale.deletedEntries) throw new Error(`only ${result.deleted} were deleted`);
  return elapsedMs;
}

/** The rows and their comments gone, each named in the audit trail. */
async function deletePlainly({ owner }: Bench): Promise<number> {
  const start = performance.now();
  await owner.query(
    `with gone as (
       delete from interaction_log_entries where canceled and ${theirs} returning contact_id, entry_no, description
     ), comments as (
       delete from interaction_comments c using gone
        where c.contact_id = gone.contact_id and c.entry_no = gone.entry_no
     )
     insert into audit_entries (request_id, actor, action, resource, resource_key, changes)
     select 'bench', 'BENCH', 'interaction.deleted', 'interaction-log-entries', entry_no::text,
            jsonb_build_object('description', jsonb_build_array(description, null))
       from gone`,
  );
  return performance.now() - start;
}

async function run(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const count = bench.scale.deletedEntries;
  await addCanceled(bench);
  const floorMs = await deletePlainly(bench);
  await addCanceled(bench);
  const before = await usageOf(bench);
  const elapsedMs = await deleteByRequest(bench);
  const after = await usageOf(bench);
  await bench.owner.query("vacuum interaction_log_entries, interaction_comments");
  return {
    aim: "deletion",
    http: rateOf(count, elapsedMs),
    floor: rateOf(count, floorMs),
    statementsPerRequest: after.statements - before.statements,
    cpuMsPerRequest: after.cpuMs - before.cpuMs,
    remark: "per second: entries",
  };
}

export const deleteCanceled: readonly Measure[] = [
  {
    name: "delete-canceled",
    title: "Deleting 100,000 canceled entries",
    floorIs: "one statement that deletes as many rows with their comments and writes the audit trail",
    run,
  },
];

import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { getLogEntries } from "../log-entries.queries.ts";
import type { CorrectedVersion } from "./correction.contract.ts";
import { correctableValues, differencesOf } from "./correction.rules.ts";

interface Version {
  readonly entry_no: number;
  readonly blob_id: string | null;
  readonly file_name: string | null;
}

/**
 * The chain of corrections that an entry belongs to, the first one first: back to what it corrects and on to what
 * corrects it. A correction that was undone is at the end of its own chain, not in that of the entry that is back.
 *
 * @throws NotFound
 */
export async function listCorrections(ctx: Context, entryNo: number): Promise<CorrectedVersion[]> {
  const { rows } = await sql<Version>`
    with recursive former as (
      select entry_no, corrects_entry_no, attachment_no from interaction_log_entries
       where entry_no = ${entryNo} and not postponed
      union all
      select e.entry_no, e.corrects_entry_no, e.attachment_no
        from former join interaction_log_entries e on e.entry_no = former.corrects_entry_no
    ), later as (
      select entry_no, corrected_by_entry_no, attachment_no from interaction_log_entries
       where entry_no = ${entryNo} and not postponed
      union all
      select e.entry_no, e.corrected_by_entry_no, e.attachment_no
        from later join interaction_log_entries e
          on e.entry_no = later.corrected_by_entry_no and e.entry_no > later.entry_no
    ), chain as (
      select entry_no, attachment_no from former union select entry_no, attachment_no from later
    )
    select c.entry_no, a.blob_id, a.file_name from chain c left join attachments a on a.no = c.attachment_no
     order by c.entry_no`.execute(ctx.db);
  if (rows.length === 0)
    throw new NotFound("not_found", { entryNo }, [{ path: "entryNo", code: "not_found" }]);
  const entries = await getLogEntries(
    ctx,
    rows.map((row) => row.entry_no),
  );
  const versions = entries.map((entry, index) => ({ entry, file: rows[index]! }));
  return versions.map(({ entry, file }, index) => {
    const former = versions[index - 1];
    if (!former) return { entry, changes: [] };
    const changes = differencesOf(
      correctableValues(former.entry, former.file.blob_id),
      correctableValues(entry, file.blob_id),
    );
    return {
      entry,
      changes: changes.map((change) =>
        change.field === "attachment"
          ? { field: change.field, before: former.file.file_name, after: file.file_name }
          : change,
      ),
    };
  });
}

import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import { logFilters } from "../log-entry.contract.ts";

/** Contract of deleting what is canceled (interactions, section 8.3). */

const { canceled: _, ...filters } = logFilters;

const CanceledFilter = z
  .strictObject({ ...filters, entryNos: z.array(z.int().min(1)).max(10_000).optional() })
  .meta({ id: "CanceledLogEntriesFilter" });
export type CanceledFilter = z.output<typeof CanceledFilter>;

const DeletedLogEntries = z.object({ deleted: z.int() }).meta({ id: "DeletedLogEntries" });
export type DeletedLogEntries = z.output<typeof DeletedLogEntries>;

export const deleteCanceledLogEntries = endpoint({
  id: "deleteCanceledInteractionLogEntries",
  method: "POST",
  path: "/interaction-log-entries/delete-canceled",
  access: "interactions.delete",
  summary: "Delete the canceled entries that meet the filters, with their comments; reports how many.",
  description:
    "Goes on as a job, which deletes all of them or, when it is stopped, none. The filters are those of the log, as texts. What is attached goes with the last entry that has it.",
  body: CanceledFilter.default({}),
  result: z.union([DeletedLogEntries, JobAccepted]),
  status: 202,
});

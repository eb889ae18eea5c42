import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { date } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

/** Who changed what and when. */
export const AuditEntry = z
  .object({
    id: z.int(),
    recordedAt: z.string(),
    actor: z.string(),
    /** What happened, such as `contact.changed`. */
    action: z.string(),
    resource: z.string(),
    resourceKey: z.string(),
    /** `{ field: [before, after] }` of what changed, or facts about a batch. */
    changes: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.output<typeof AuditEntry>;

export const listAuditEntries = endpoint({
  id: "listAuditEntries",
  method: "GET",
  path: "/audit-entries",
  access: "signedIn",
  summary: "The audit trail, newest first.",
  description:
    "Whoever may read a resource may read the trail of its records: name `resource` (plural kebab-case) and, for one record, `resourceKey`. The whole trail needs `users.admin`. Days are those of UTC.",
  query: listQuery(["id"], {
    resource: z.string().max(50).optional(),
    resourceKey: z.string().max(100).optional(),
    actor: z.string().max(100).optional(),
    dateFrom: date().optional(),
    dateTo: date().optional(),
  }),
  result: listOf(AuditEntry),
});

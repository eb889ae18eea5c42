import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, date, enumList } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { partyKinds } from "../party-kinds.rules.ts";
import { syncDirections, syncOccasions } from "./sync-policy.rules.ts";

/** Contract of the log of synchronisation (B8). */

const value = z.union([z.string(), z.boolean()]).nullable();

/** One time that a contact and its party were made to say the same. */
export const SyncLogEntry = z
  .object({
    entryNo: z.int(),
    recordedAt: z.string(),
    /** Whose change it was. */
    actor: z.string(),
    direction: z.enum(syncDirections).describe("Which side was written by which"),
    occasion: z.enum(syncOccasions).describe("The other side was changed, or the two were just linked"),
    contactNo: z.string(),
    contactName: z.string().nullable(),
    kind: z.enum(partyKinds),
    partyNo: z.string(),
    partyName: z.string().nullable(),
    isPartyDeleted: z.boolean(),
    changes: z
      .record(z.string(), z.tuple([value, value]))
      .describe(
        "`{ field: [before, after] }` of the side that was written; both blank once the contact is erased",
      ),
  })
  .meta({ id: "SyncLogEntry" });
export type SyncLogEntry = z.output<typeof SyncLogEntry>;

export const listSyncLog = endpoint({
  id: "listSyncLog",
  method: "GET",
  path: "/sync-log",
  access: "parties.read",
  summary: "What was carried over between contacts and their customers, vendors, …, the latest first.",
  description:
    "Written by the system alone, a line whenever one side was changed by the other (contacts, section 6.5 and B8). Days are those of the organisation. Lines are kept for two years. `partyNo` finds parties that exist.",
  query: listQuery(["recordedAt"], {
    contactNo: codeList().optional(),
    kind: enumList(partyKinds).optional(),
    partyNo: codeList().optional(),
    direction: enumList(syncDirections).optional(),
    recordedFrom: date().optional(),
    recordedTo: date().optional(),
  }),
  result: listOf(SyncLogEntry).meta({ id: "SyncLogPage" }),
});

import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, date, flag, integerParameter } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

/** Contracts of campaign entries: what was done for a campaign, in groups that are canceled as one (campaigns C-2, C-3). */

export const CampaignEntry = z
  .object({
    entryNo: z.int(),
    campaignNo: z.string(),
    description: z.string(),
    date: z.string(),
    segmentNo: z.string().nullable(),
    loggedSegmentEntryNo: z.int().nullable(),
    documentType: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    userId: z.string(),
    canceled: z.boolean(),
    /** Sums over those of its interactions that are canceled like the entry itself. */
    noOfInteractions: z.int(),
    cost: z.number(),
    durationMin: z.int(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "CampaignEntry" });
export type CampaignEntry = z.output<typeof CampaignEntry>;

const filters = {
  campaignNo: codeList().optional(),
  segmentNo: codeList().optional(),
  salespersonCode: codeList().optional(),
  dateFrom: date().optional(),
  dateTo: date().optional(),
};

const params = z.object({ entryNo: integerParameter(1, 2_147_483_647) });

export const listCampaignEntries = endpoint({
  id: "listCampaignEntries",
  method: "GET",
  path: "/campaign-entries",
  access: "campaigns.read",
  summary: "Campaign entries, the newest first, with the sums of their interactions.",
  query: listQuery(["entryNo", "date"], { ...filters, canceled: flag().optional() }),
  result: listOf(CampaignEntry),
});

export const getCampaignEntry = endpoint({
  id: "getCampaignEntry",
  method: "GET",
  path: "/campaign-entries/{entryNo}",
  access: "campaigns.read",
  summary: "One campaign entry.",
  params,
  result: CampaignEntry,
  problems: ["not_found"],
});

export const cancelCampaignEntry = endpoint({
  id: "cancelCampaignEntry",
  method: "POST",
  path: "/campaign-entries/{entryNo}/cancel",
  access: "campaigns.write",
  summary: "Mark an entry and all its interactions as canceled.",
  params,
  result: CampaignEntry,
  problems: ["not_found", "stale_version"],
});

export const reinstateCampaignEntry = endpoint({
  id: "reinstateCampaignEntry",
  method: "POST",
  path: "/campaign-entries/{entryNo}/reinstate",
  access: "campaigns.write",
  summary: "Undo the cancellation of an entry and of all its interactions.",
  params,
  result: CampaignEntry,
  problems: ["not_found", "stale_version"],
});

export const deleteCampaignEntry = endpoint({
  id: "deleteCampaignEntry",
  method: "DELETE",
  path: "/campaign-entries/{entryNo}",
  access: "campaigns.delete",
  summary: "Delete a canceled entry with its interactions and their comments.",
  params,
  problems: ["not_found", "not_deletable"],
});

export const deleteCanceledCampaignEntries = endpoint({
  id: "deleteCanceledCampaignEntries",
  method: "POST",
  path: "/campaign-entries/delete-canceled",
  access: "campaigns.delete",
  summary: "Delete the canceled entries that meet the filters, with their interactions; reports how many.",
  body: z
    .strictObject({
      entryNos: z.array(z.int().min(1).max(2_147_483_647)).max(1_000).optional(),
      campaignNo: z.string().max(20).optional(),
      salespersonCode: z.string().max(20).optional(),
      dateFrom: date().optional(),
      dateTo: date().optional(),
    })
    .default({})
    .meta({ id: "CanceledCampaignEntriesFilter" }),
  result: z.object({ deleted: z.int() }).meta({ id: "DeletedCampaignEntries" }),
});

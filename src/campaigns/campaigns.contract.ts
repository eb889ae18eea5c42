import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

/** Contracts of campaigns (campaigns §2). */

export const recordNoLength = 20;

const written = {
  description: text(100).optional(),
  statusCode: code(10).optional(),
  startingDate: date().nullable().optional(),
  endingDate: date().nullable().optional(),
  salespersonCode: code(20).optional(),
};

export const Campaign = z
  .object({
    no: z.string(),
    description: z.string().nullable(),
    statusCode: z.string().nullable(),
    startingDate: z.string().nullable(),
    endingDate: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Campaign" });
export type Campaign = z.output<typeof Campaign>;

export const NewCampaign = z
  .strictObject({ no: code(recordNoLength).optional(), ...written })
  .meta({ id: "NewCampaign" });
export type NewCampaign = z.output<typeof NewCampaign>;

export const CampaignChanges = z
  .strictObject({ no: requiredCode(recordNoLength).optional(), ...written })
  .meta({ id: "CampaignChanges" });
export type CampaignChanges = z.output<typeof CampaignChanges>;

const params = z.object({ no: requiredCode(recordNoLength) });
const valueProblems = ["not_found", "campaign_dates", "salesperson_blocked", "salesperson_privacy_blocked"];

export const listCampaigns = endpoint({
  id: "listCampaigns",
  method: "GET",
  path: "/campaigns",
  access: "campaigns.read",
  summary: "Campaigns; `search` looks for words in number and description.",
  description: "`runningOn`: those that have begun and not ended on that day; a blank date is open-ended.",
  query: listQuery(["no", "description", "startingDate", "endingDate"], {
    search: z.string().max(200).optional(),
    no: codeList().optional(),
    statusCode: codeList().optional(),
    salespersonCode: codeList().optional(),
    runningOn: date().optional(),
  }),
  result: listOf(Campaign),
});

export const getCampaign = endpoint({
  id: "getCampaign",
  method: "GET",
  path: "/campaigns/{no}",
  access: "campaigns.read",
  summary: "One campaign.",
  params,
  result: Campaign,
  problems: ["not_found"],
});

export const createCampaign = endpoint({
  id: "createCampaign",
  method: "POST",
  path: "/campaigns",
  access: "campaigns.write",
  summary: "Create a campaign.",
  description:
    "Without `no` its number comes from the series `campaignNos` of the marketing setup; without salesperson it gets the user's.",
  body: NewCampaign,
  result: Campaign,
  status: 201,
  problems: ["duplicate", "manual_no", "setup_missing", ...valueProblems],
});

export const changeCampaign = endpoint({
  id: "changeCampaign",
  method: "PATCH",
  path: "/campaigns/{no}",
  access: "campaigns.write",
  summary: "Change a campaign; a new `no` shows everywhere at once.",
  params,
  body: CampaignChanges,
  result: Campaign,
  problems: ["duplicate", "manual_no", "stale_version", ...valueProblems],
});

export const deleteCampaign = endpoint({
  id: "deleteCampaign",
  method: "DELETE",
  path: "/campaigns/{no}",
  access: "campaigns.delete",
  summary: "Delete a campaign that no interaction, template, segment, open opportunity or open task names.",
  params,
  problems: ["not_found", "campaign_in_use", "stale_version"],
});

import { listAuditEntries } from "#audit/audit.contract.ts";
import { readTrail } from "#audit/index.ts";
import { listCampaigns as campaignsContract } from "#campaigns/campaigns.contract.ts";
import { listCampaigns } from "#campaigns/index.ts";
import { listPostCodes as postCodesContract } from "#contacts/details/post-codes/post-codes.contract.ts";
import { listDuplicates } from "#contacts/duplicates/duplicates.contract.ts";
import { listDuplicatePairs, listPostCodes } from "#contacts/index.ts";
import { listCampaignEntries as campaignEntriesContract } from "#interactions/campaign-entries/campaign-entries.contract.ts";
import { listCampaignEntries, listLogEntries, listTemplates } from "#interactions/index.ts";
import { listLogEntries as logContract } from "#interactions/log-entry.contract.ts";
import { interactionGroups, listInteractionTemplates } from "#interactions/templates.contract.ts";
import { listNumberSeries } from "#numbering/index.ts";
import { listNumberSeries as numberSeriesContract } from "#numbering/number-series.contract.ts";
import { listOpportunities } from "#opportunities/index.ts";
import { listOpportunities as opportunitiesContract } from "#opportunities/opportunities.contract.ts";
import { partyLists } from "#parties/index.ts";
import { listQuestionnaires } from "#questionnaires/index.ts";
import { listQuestionnaires as questionnairesContract } from "#questionnaires/questionnaires.contract.ts";
import { listSalespeople } from "#salespeople/index.ts";
import { listSalespeople as salespeopleContract } from "#salespeople/salespeople.contract.ts";
import { listSegments } from "#segments/index.ts";
import { listSegments as segmentsContract } from "#segments/segments.contract.ts";
import { listSetupItems, type SetupListQuery } from "#setup/index.ts";
import type { AnySetupList } from "#setup/lists/define-setup-list.contract.ts";
import { setupLists } from "#setup/lists/lists.contract.ts";
import { listTasks } from "#tasks/index.ts";
import { listTasks as tasksContract } from "#tasks/tasks.contract.ts";
import { contactsExport } from "./contacts.export.ts";
import { defineExport, type ListExport } from "./define-export.ts";

/** Every list that can be had as a file. Users and tokens are none of them. */
export const exports: readonly ListExport[] = [
  contactsExport,
  defineExport({ list: listDuplicates, page: listDuplicatePairs }),
  defineExport({ list: logContract, page: listLogEntries }),
  defineExport({ list: listInteractionTemplates, page: listTemplates }),
  defineExport({ list: campaignsContract, page: ({ db }, query) => listCampaigns(db, query) }),
  defineExport({ list: campaignEntriesContract, page: listCampaignEntries }),
  defineExport({ list: segmentsContract, page: ({ db }, query) => listSegments(db, query) }),
  defineExport({ list: opportunitiesContract, page: ({ db }, query) => listOpportunities(db, query) }),
  defineExport({ list: tasksContract, page: ({ db }, query) => listTasks(db, query) }),
  defineExport({ list: questionnairesContract, page: ({ db }, query) => listQuestionnaires(db, query) }),
  defineExport({ list: salespeopleContract, page: ({ db }, query) => listSalespeople(db, query) }),
  defineExport({ list: numberSeriesContract, page: ({ db }, query) => listNumberSeries(db, query) }),
  ...partyLists.map(({ list, page }) => defineExport({ list, page })),
  defineExport({ list: postCodesContract, page: ({ db }, query) => listPostCodes(db, query) }),
  defineExport({ list: listAuditEntries, page: readTrail }),
  ...[interactionGroups, ...setupLists].map(setupExport),
];

function setupExport(list: AnySetupList): ListExport {
  return defineExport({
    list: list.list,
    page: ({ db }, query) => listSetupItems(db, list, query as SetupListQuery),
  });
}

import { listLogEntries, listTemplates } from "#interactions/index.ts";
import { listLogEntries as logContract } from "#interactions/log-entry.contract.ts";
import { interactionGroups, listInteractionTemplates } from "#interactions/templates.contract.ts";
import { listNumberSeries } from "#numbering/index.ts";
import { listNumberSeries as numberSeriesContract } from "#numbering/number-series.contract.ts";
import { listSalespeople } from "#salespeople/index.ts";
import { listSalespeople as salespeopleContract } from "#salespeople/salespeople.contract.ts";
import { listSetupItems, type SetupListQuery } from "#setup/index.ts";
import type { AnySetupList } from "#setup/lists/define-setup-list.contract.ts";
import { setupLists } from "#setup/lists/lists.contract.ts";
import { contactsExport } from "./contacts.export.ts";
import { defineExport, type ListExport } from "./define-export.ts";

/** Every list that can be had as a file. Users and tokens are none of them. */
export const exports: readonly ListExport[] = [
  contactsExport,
  defineExport({ list: logContract, page: listLogEntries }),
  defineExport({ list: listInteractionTemplates, page: listTemplates }),
  defineExport({ list: salespeopleContract, page: ({ db }, query) => listSalespeople(db, query) }),
  defineExport({ list: numberSeriesContract, page: ({ db }, query) => listNumberSeries(db, query) }),
  ...[interactionGroups, ...setupLists].map(setupExport),
];

function setupExport(list: AnySetupList): ListExport {
  return defineExport({
    list: list.list,
    page: ({ db }, query) => listSetupItems(db, list, query as SetupListQuery),
  });
}

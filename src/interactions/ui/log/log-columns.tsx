import { campaignSource } from "#campaigns/ui/lookups.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import {
  correspondenceTypeChoices,
  evaluationChoices,
  informationFlowChoices,
  initiatedByChoices,
} from "../choices.ts";
import { EvaluationFace } from "../EvaluationField.tsx";
import { companySource, contactSource, groupSource, salespersonSource, templateSource } from "../lookups.ts";
import { GroupName, TemplateName } from "../SetupName.tsx";
import { EntryFlags } from "./EntryFlags.tsx";
import { TitleCell } from "./TitleCell.tsx";

/**
 * The columns of the interaction log, with the filters of their fields. The description takes the free room; beside an
 * open entry, which says the rest, the others give way.
 */
export const logColumns: readonly Column<LogEntry>[] = [
  {
    key: "date",
    headerKey: "interactions.fields.date",
    render: (entry, format) => format.dayAndTime(entry.date, entry.time),
    width: 160,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "date", labelKey: "interactions.fields.date" },
    onCard: "aside",
  },
  {
    key: "title",
    headerKey: "interactions.facts.description",
    render: (entry) => <TitleCell entry={entry} />,
    width: 276,
    grow: 8,
    onCard: "title",
  },
  {
    key: "contactName",
    headerKey: "interactions.facts.contact",
    render: (entry) => entry.contactName,
    width: 130,
    grow: 1,
    filter: { kind: "code", key: "contactNo", labelKey: "interactions.facts.contact", source: contactSource },
    onCard: "subtitle",
  },
  {
    key: "contactCompanyName",
    headerKey: "interactions.facts.company",
    render: (entry) => (entry.contactCompanyNo === entry.contactNo ? null : entry.contactCompanyName),
    width: 130,
    grow: 1,
    givesWay: 5,
    filter: {
      kind: "code",
      key: "contactCompanyNo",
      labelKey: "interactions.facts.company",
      source: companySource,
    },
    onCard: "line",
  },
  {
    key: "interactionTemplateCode",
    headerKey: "interactions.facts.template",
    render: (entry) => <TemplateName code={entry.interactionTemplateCode} />,
    width: 130,
    grow: 0.5,
    startsHidden: true,
    filter: {
      kind: "code",
      key: "interactionTemplateCode",
      labelKey: "interactions.facts.template",
      source: templateSource,
    },
    onCard: "none",
  },
  {
    key: "interactionGroupCode",
    headerKey: "interactions.facts.group",
    render: (entry) => <GroupName code={entry.interactionGroupCode} />,
    width: 120,
    grow: 0.5,
    startsHidden: true,
    filter: {
      kind: "code",
      key: "interactionGroupCode",
      labelKey: "interactions.facts.group",
      source: groupSource,
    },
    onCard: "none",
  },
  {
    key: "salespersonCode",
    headerKey: "interactions.facts.salesperson",
    render: (entry) => entry.salespersonName ?? entry.salespersonCode,
    width: 120,
    grow: 0.5,
    givesWay: 4,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "interactions.facts.salesperson",
      source: salespersonSource,
    },
    onCard: "line",
  },
  {
    key: "evaluation",
    headerKey: "interactions.fields.evaluation",
    render: (entry) => entry.evaluation && <EvaluationFace value={entry.evaluation} />,
    width: 84,
    grow: 0,
    givesWay: 3,
    filter: {
      kind: "enum",
      key: "evaluation",
      labelKey: "interactions.fields.evaluation",
      choices: evaluationChoices,
    },
    onCard: "line",
  },
  {
    key: "cost",
    headerKey: "interactions.fields.cost",
    render: (entry, format) => (entry.cost === 0 ? null : format.money(entry.cost)),
    width: 92,
    grow: 0,
    align: "end",
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "durationMin",
    headerKey: "interactions.facts.duration",
    render: (entry, format) => (entry.durationMin === 0 ? null : format.duration(entry.durationMin)),
    width: 84,
    grow: 0,
    givesWay: 1,
    align: "end",
    onCard: "line",
  },
  {
    key: "flags",
    headerKey: "interactions.facts.flags",
    render: (entry) => <EntryFlags entry={entry} isInGrid />,
    width: 124,
    grow: 0,
    givesWay: 2,
    onCard: "line",
  },
  {
    key: "entryNo",
    headerKey: "interactions.facts.recorded",
    render: (entry, format) => format.instant(entry.recordedAt),
    width: 168,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    onCard: "none",
  },
];

/** Filters without a column of their own. */
export const logFilters: readonly Filter[] = [
  {
    kind: "enum",
    key: "informationFlow",
    labelKey: "interactions.fields.informationFlow",
    choices: informationFlowChoices,
  },
  {
    kind: "enum",
    key: "initiatedBy",
    labelKey: "interactions.fields.initiatedBy",
    choices: initiatedByChoices,
  },
  {
    kind: "enum",
    key: "correspondenceType",
    labelKey: "interactions.fields.correspondenceType",
    choices: correspondenceTypeChoices,
  },
  { kind: "code", key: "campaignNo", labelKey: "interactions.facts.campaign", source: campaignSource },
  {
    kind: "code",
    key: "opportunityNo",
    labelKey: "interactions.facts.opportunity",
    source: opportunitySource,
  },
  { kind: "text", key: "taskNo", labelKey: "interactions.fields.taskNo" },
  { kind: "text", key: "documentNo", labelKey: "interactions.facts.document" },
  { kind: "text", key: "userId", labelKey: "interactions.facts.loggedBy" },
  { kind: "flag", key: "attemptFailed", labelKey: "interactions.facts.attemptFailed" },
  { kind: "flag", key: "canceled", labelKey: "interactions.facts.canceled" },
];

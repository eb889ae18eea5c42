import { campaignHref } from "#campaigns/ui/index.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { opportunityHref } from "#opportunities/ui/index.ts";
import { taskHref } from "#tasks/ui/index.ts";
import { Fact, FactList } from "#web/card/FactBox.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { contactHref, templateHref } from "../addresses.ts";
import { enumKey } from "../choices.ts";
import { groupSource, languageSource, templateSource } from "../lookups.ts";
import { RecordLink } from "../RecordLink.tsx";

/** What cannot be changed any more. Happened and recorded are two moments. */
export function EntryFacts({ entry }: { readonly entry: LogEntry }) {
  const t = useT();
  const format = useFormat();
  const { informationFlow, initiatedBy, correspondenceType, interactionTemplateCode, formerContactNo } =
    entry;
  const { campaignNo, opportunityNo, taskNo } = entry;
  const template = useLabel(templateSource, interactionTemplateCode);
  const group = useLabel(groupSource, entry.interactionGroupCode);
  const language = useLabel(languageSource, entry.languageCode);
  return (
    <FactList>
      <Fact label={t("interactions.facts.happened")}>{format.dayAndTime(entry.date, entry.time)}</Fact>
      <Fact label={t("interactions.facts.recorded")}>{format.instant(entry.recordedAt)}</Fact>
      <Fact label={t("interactions.facts.salesperson")}>
        {entry.salespersonName ?? entry.salespersonCode}
      </Fact>
      <Fact label={t("interactions.facts.loggedBy")}>{entry.userId}</Fact>
      <Fact label={t("interactions.facts.template")}>
        {interactionTemplateCode && (
          <RecordLink to={templateHref(interactionTemplateCode)}>
            {template ?? interactionTemplateCode}
          </RecordLink>
        )}
      </Fact>
      <Fact label={t("interactions.facts.group")}>{group ?? entry.interactionGroupCode}</Fact>
      <Fact label={t("interactions.fields.informationFlow")}>
        {informationFlow && t(enumKey(informationFlow))}
      </Fact>
      <Fact label={t("interactions.fields.initiatedBy")}>{initiatedBy && t(enumKey(initiatedBy))}</Fact>
      <Fact label={t("interactions.fields.correspondenceType")}>
        {correspondenceType && t(enumKey(correspondenceType))}
      </Fact>
      <Fact label={t("interactions.fields.contactVia")}>{entry.contactVia}</Fact>
      <Fact label={t("fields.altAddressCode")}>{entry.contactAltAddressCode}</Fact>
      <Fact label={t("interactions.fields.languageCode")}>{language ?? entry.languageCode}</Fact>
      <Fact label={t("interactions.fields.subject")}>
        {entry.subject === entry.description ? null : entry.subject}
      </Fact>
      <Fact label={t("interactions.facts.formerContact")}>
        {formerContactNo && <RecordLink to={contactHref(formerContactNo)}>{formerContactNo}</RecordLink>}
      </Fact>
      <Fact label={t("interactions.fields.campaignNo")}>
        {campaignNo && <RecordLink to={campaignHref(campaignNo)}>{campaignNo}</RecordLink>}
      </Fact>
      <Fact label={t("interactions.facts.segment")}>{entry.segmentNo}</Fact>
      <Fact label={t("interactions.fields.opportunityNo")}>
        {opportunityNo && <RecordLink to={opportunityHref(opportunityNo)}>{opportunityNo}</RecordLink>}
      </Fact>
      <Fact label={t("interactions.fields.taskNo")}>
        {taskNo && <RecordLink to={taskHref(taskNo)}>{taskNo}</RecordLink>}
      </Fact>
      <Fact label={t("interactions.facts.document")}>{entry.documentNo}</Fact>
      <Fact label={t("interactions.fields.entryNo")}>{entry.entryNo}</Fact>
    </FactList>
  );
}

import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { campaignHref } from "#campaigns/ui/index.ts";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { Comments } from "#comments/ui/Comments.tsx";
import { contactHref } from "#contacts/ui/index.ts";
import { logHref, RecordLink } from "#interactions/ui/index.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import {
  changeOpportunity,
  getOpportunity,
  type Opportunity,
  OpportunityChanges,
  opportunityComments,
} from "#opportunities/opportunities.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { changedByOpportunities, opportunityActions } from "./actions.ts";
import { opportunitiesPath, opportunityHref } from "./addresses.ts";
import { priorityChoices } from "./choices.ts";
import { EntryHistory } from "./EntryHistory.tsx";
import { salesCycleSource, usableSalesCycleSource } from "./lookups.ts";
import { OpportunityStatusBadge } from "./OpportunityStatusBadge.tsx";
import { StageStrip } from "./StageStrip.tsx";

const labels = {
  no: "fields.no",
  description: "fields.description",
  contactNo: "opportunities.contact",
  salespersonCode: "fields.salespersonCode",
  campaignNo: "fields.campaignNo",
  salesCycleCode: "fields.salesCycleCode",
  priority: "fields.priority",
} as const;

export function OpportunityCardPage() {
  const { no = "" } = useParams({ strict: false }) as { readonly no?: string };
  const { data, error, refetch } = useEndpoint(getOpportunity, { params: { no } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <OpportunityCard key={data.no} record={data} />;
}

function OpportunityCard({ record }: { readonly record: Opportunity }) {
  const t = useT();
  const ui = useUi();
  const params = useMemo(() => ({ no: record.no }), [record.no]);
  const form = useCardForm({
    schema: OpportunityChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeOpportunity, { params, body, ifMatch });
      if (saved.no !== record.no) ui.go(opportunityHref(saved.no));
      await refresh(ui.queries, changedByOpportunities);
      return saved;
    },
    reload: () => call(getOpportunity, { params }),
  });
  const cycleName = useLabel(salesCycleSource, form.values.salesCycleCode ?? null);
  return (
    <CardPage
      title={record.description}
      path={[{ label: t("opportunities.title"), to: opportunitiesPath }]}
      subtitle={record.no}
      badges={<OpportunityStatusBadge status={record.status} />}
      actions={opportunityActions}
      subject={record}
      form={form}
      facts={
        <>
          {record.estimatedValue !== null && <ValueFacts record={record} />}
          <OpportunityFacts record={record} />
        </>
      }
    >
      <StageStrip record={record} />
      <CardGroup
        name="opportunities.general"
        titleKey="opportunities.general"
        summary={[record.contactName, record.salespersonName].filter(Boolean).join(" · ")}
      >
        <TextField
          label={t(labels.description)}
          required
          maxLength={100}
          {...form.field("description")}
          value={form.values.description ?? null}
        />
        <TextField
          label={t(labels.no)}
          required
          maxLength={20}
          {...form.field("no")}
          value={form.values.no ?? null}
          onChange={(no) => form.field("no").onChange((no ?? "").toUpperCase())}
        />
        <LookupField
          label={t(labels.contactNo)}
          source={contactSource}
          required
          disabled={record.closed}
          valueLabel={record.contactName}
          {...form.field("contactNo")}
          value={form.values.contactNo ?? null}
        />
        <LookupField
          label={t(labels.salespersonCode)}
          source={activeSalespersonSource}
          required
          disabled={record.closed}
          valueLabel={record.salespersonName}
          {...form.field("salespersonCode")}
          value={form.values.salespersonCode ?? null}
        />
        <EnumField
          label={t(labels.priority)}
          choices={priorityChoices}
          required
          disabled={record.closed}
          {...form.field("priority")}
          value={form.values.priority ?? null}
          onChange={(priority) => priority !== null && form.field("priority").onChange(priority)}
        />
        <LookupField
          label={t(labels.salesCycleCode)}
          source={usableSalesCycleSource}
          valueLabel={cycleName}
          disabled={record.status !== "notStarted"}
          {...form.field("salesCycleCode")}
          value={form.values.salesCycleCode ?? null}
        />
        <LookupField
          label={t(labels.campaignNo)}
          source={campaignSource}
          disabled={record.closed}
          {...form.field("campaignNo")}
          value={form.values.campaignNo ?? null}
        />
      </CardGroup>
      <CardGroup
        name="opportunities.history"
        titleKey="opportunities.history.title"
        layout="plain"
        summary={record.currentStageDescription}
      >
        <EntryHistory no={record.no} />
      </CardGroup>
      <CardGroup name="opportunities.comments" titleKey="opportunities.comments" layout="plain">
        <Comments endpoints={opportunityComments} params={{ no: record.no }} right="opportunities.write" />
      </CardGroup>
    </CardPage>
  );
}

/** What it is thought worth (O-19). */
function ValueFacts({ record }: { readonly record: Opportunity }) {
  const t = useT();
  const format = useFormat();
  const percent = (value: number | null) => value !== null && `${format.number(value)}\u00a0%`;
  return (
    <FactBox titleKey="opportunities.value">
      <FactList>
        <Fact label={t("fields.estimatedValue")}>{format.money(record.estimatedValue ?? 0)}</Fact>
        <Fact label={t("fields.calcdCurrentValue")}>{format.money(record.calcdCurrentValue ?? 0)}</Fact>
        <Fact label={t("fields.probability")}>{percent(record.probability)}</Fact>
        <Fact label={t("fields.chancesOfSuccess")}>{percent(record.chancesOfSuccess)}</Fact>
        <Fact label={t("fields.completed")}>{percent(record.completed)}</Fact>
        <Fact label={t("fields.estimatedCloseDate")}>
          {record.estimatedCloseDate && format.date(record.estimatedCloseDate)}
        </Fact>
        <Fact label={t("fields.currentStage")}>{record.currentStageDescription}</Fact>
        <Fact label={t("fields.closeOpportunityCode")}>{record.closeOpportunityCode}</Fact>
      </FactList>
    </FactBox>
  );
}

function OpportunityFacts({ record }: { readonly record: Opportunity }) {
  const t = useT();
  const format = useFormat();
  const { contactNo, contactCompanyNo, campaignNo } = record;
  return (
    <FactBox titleKey="opportunities.facts">
      <FactList>
        <Fact label={t("opportunities.contact")}>
          {contactNo && (
            <RecordLink to={contactHref(contactNo)}>{record.contactName ?? contactNo}</RecordLink>
          )}
        </Fact>
        <Fact label={t("opportunities.company")}>
          {contactCompanyNo && contactCompanyNo !== contactNo && (
            <RecordLink to={contactHref(contactCompanyNo)}>
              {record.contactCompanyName ?? contactCompanyNo}
            </RecordLink>
          )}
        </Fact>
        <Fact label={t("fields.campaignNo")}>
          {campaignNo && <RecordLink to={campaignHref(campaignNo)}>{campaignNo}</RecordLink>}
        </Fact>
        <Fact label={t("fields.creationDate")}>{format.date(record.creationDate)}</Fact>
        <Fact label={t("fields.dateClosed")}>{record.dateClosed && format.date(record.dateClosed)}</Fact>
        <Fact label={t("opportunities.segment")}>{record.segmentDescription ?? record.segmentNo}</Fact>
        <Fact label={t("opportunities.interactions")}>
          <RecordLink to={logHref({ opportunityNo: record.no })}>
            {t("opportunities.showInteractions")}
          </RecordLink>
        </Fact>
      </FactList>
    </FactBox>
  );
}

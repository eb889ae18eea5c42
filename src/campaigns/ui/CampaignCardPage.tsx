import { useParams } from "@tanstack/react-router";
import {
  type Campaign,
  CampaignChanges,
  changeCampaign,
  getCampaign,
} from "#campaigns/campaigns.contract.ts";
import { listCampaignEntries } from "#interactions/campaign-entries/campaign-entries.contract.ts";
import { logHref, RecordLink } from "#interactions/ui/index.ts";
import { activeSalespersonSource } from "#interactions/ui/lookups.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { campaignActions, nameOf } from "./actions.ts";
import { campaignEntriesHref, campaignHref, campaignsPath } from "./addresses.ts";
import { campaignStatusSource } from "./lookups.ts";

const labels = {
  no: "fields.no",
  description: "fields.description",
  statusCode: "fields.statusCode",
  startingDate: "fields.startingDate",
  endingDate: "fields.endingDate",
  salespersonCode: "fields.salespersonCode",
} as const;

export function CampaignCardPage() {
  const { no = "" } = useParams({ strict: false }) as { readonly no?: string };
  const { data, error, refetch } = useEndpoint(getCampaign, { params: { no } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <CampaignCard key={data.no} record={data} />;
}

function CampaignCard({ record }: { readonly record: Campaign }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const params = { no: record.no };
  const form = useCardForm({
    schema: CampaignChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeCampaign, { params, body, ifMatch });
      if (saved.no !== record.no) ui.go(campaignHref(saved.no));
      await refresh(ui.queries, ["campaigns"]);
      return saved;
    },
    reload: () => call(getCampaign, { params }),
  });
  const period = [record.startingDate, record.endingDate].map((day) => (day ? format.date(day) : "…"));
  return (
    <CardPage
      title={nameOf(record)}
      path={[{ label: t("campaigns.title"), to: campaignsPath }]}
      subtitle={record.no}
      actions={campaignActions}
      subject={record}
      form={form}
      facts={<EntriesBox campaignNo={record.no} />}
    >
      <CardGroup
        name="campaigns.general"
        titleKey="campaigns.general"
        summary={`${record.statusCode ?? ""} ${period.join("–")}`.trim()}
      >
        <TextField
          label={t(labels.description)}
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
          label={t(labels.statusCode)}
          source={campaignStatusSource}
          {...form.field("statusCode")}
          value={form.values.statusCode ?? null}
        />
        <LookupField
          label={t(labels.salespersonCode)}
          source={activeSalespersonSource}
          valueLabel={record.salespersonName}
          {...form.field("salespersonCode")}
          value={form.values.salespersonCode ?? null}
        />
        <DateField
          label={t(labels.startingDate)}
          {...form.field("startingDate")}
          value={form.values.startingDate ?? null}
        />
        <DateField
          label={t(labels.endingDate)}
          description={t("campaigns.openEnd")}
          {...form.field("endingDate")}
          value={form.values.endingDate ?? null}
        />
      </CardGroup>
    </CardPage>
  );
}

/** What was done for the campaign so far. */
function EntriesBox({ campaignNo }: { readonly campaignNo: string }) {
  const t = useT();
  const format = useFormat();
  const { data } = useEndpoint(listCampaignEntries, {
    query: { campaignNo, canceled: "false", limit: "200" },
  });
  if (!data) return null;
  const sum = (field: "noOfInteractions" | "cost" | "durationMin") =>
    data.items.reduce((total, entry) => total + entry[field], 0);
  const count = sum("noOfInteractions");
  return (
    <FactBox titleKey="campaigns.entries">
      <FactList>
        <Fact label={t("campaigns.noOfInteractions")}>
          {count === 0 ? (
            "0"
          ) : (
            <RecordLink to={logHref({ campaignNo, canceled: "false" })}>{format.number(count)}</RecordLink>
          )}
        </Fact>
        <Fact label={t("fields.cost")}>{format.money(sum("cost"))}</Fact>
        <Fact label={t("campaigns.time")}>{format.duration(sum("durationMin"))}</Fact>
        <Fact label={t("campaigns.entries")}>
          <RecordLink to={campaignEntriesHref(campaignNo)}>{t("campaigns.showEntries")}</RecordLink>
        </Fact>
      </FactList>
    </FactBox>
  );
}

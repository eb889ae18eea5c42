import { useParams } from "@tanstack/react-router";
import { RecordLink } from "#interactions/ui/index.ts";
import type { OpportunityFigures } from "#opportunities/figures.contract.ts";
import { FiguresTable } from "#opportunities/ui/FiguresTable.tsx";
import { opportunityListHref } from "#opportunities/ui/index.ts";
import {
  changeSalesperson,
  getSalesperson,
  type Salesperson,
  SalespersonChanges,
} from "#salespeople/salespeople.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import type { InteractionTotals } from "#statistics/interaction-totals.contract.ts";
import { InteractionTotalsBox } from "#statistics/ui/InteractionTotalsBox.tsx";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { FactBox } from "#web/card/FactBox.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { nameOf, salespeoplePath, salespersonActions, salespersonHref } from "./actions.ts";
import { SalespersonBadge } from "./SalespersonBadge.tsx";

const labels = {
  code: "fields.code",
  name: "fields.name",
  jobTitle: "fields.jobTitle",
  email: "fields.email",
  email2: "fields.email2",
  phoneNo: "fields.phoneNo",
  commissionPercent: "fields.commissionPercent",
  blocked: "fields.blocked",
  privacyBlocked: "fields.privacyBlocked",
} as const;

export function SalespersonCardPage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { data, error, refetch } = useEndpoint(getSalesperson, { params: { code } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <SalespersonCard key={data.code} record={data} />;
}

function SalespersonCard({
  record,
}: {
  readonly record: Salesperson & InteractionTotals & OpportunityFigures;
}) {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const params = { code: record.code };
  const form = useCardForm({
    schema: SalespersonChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeSalesperson, { params, body, ifMatch });
      if (saved.code !== record.code) ui.go(salespersonHref(saved.code));
      await refresh(ui.queries, ["salespeople"]);
      return saved;
    },
    reload: () => call(getSalesperson, { params }),
  });
  const text = (name: "name" | "jobTitle" | "email" | "email2" | "phoneNo") => ({
    label: t(labels[name]),
    ...form.field(name),
  });
  return (
    <CardPage
      title={nameOf(record)}
      path={useSetupPath({ label: t("salespeople.title"), to: salespeoplePath })}
      badges={<SalespersonBadge {...record} />}
      actions={salespersonActions}
      subject={record}
      form={form}
      {...(may("interactions.read") && {
        facts: (
          <>
            <InteractionTotalsBox totals={record} scope={{ salespersonCode: record.code }} />
            <FactBox titleKey="opportunities.title">
              <FiguresTable figures={record} />
              <p style={{ margin: "8px 0 0", fontSize: 13 }}>
                <RecordLink to={opportunityListHref({ salespersonCode: record.code })}>
                  {t("web.actions.showAll")}
                </RecordLink>
              </p>
            </FactBox>
          </>
        ),
      })}
    >
      <CardGroup name="salespeople.general" titleKey="salespeople.general" summary={record.jobTitle}>
        <TextField {...text("name")} maxLength={50} />
        <TextField
          label={t("fields.code")}
          description={t("salespeople.codeText")}
          required
          maxLength={20}
          {...form.field("code")}
          onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
        />
        <TextField {...text("jobTitle")} maxLength={30} />
        <NumberField
          label={t("fields.commissionPercent")}
          unit="%"
          decimals={2}
          min={0}
          max={100}
          {...form.field("commissionPercent")}
          onChange={(value) => form.field("commissionPercent").onChange(value ?? 0)}
        />
      </CardGroup>
      <CardGroup
        name="salespeople.contactDetails"
        titleKey="salespeople.contactDetails"
        summary={[record.email, record.phoneNo].filter(Boolean).join(" · ")}
      >
        <TextField {...text("email")} type="email" description={t("salespeople.emailText")} maxLength={80} />
        <TextField {...text("email2")} type="email" maxLength={80} />
        <TextField {...text("phoneNo")} type="tel" maxLength={30} />
      </CardGroup>
      <CardGroup
        name="salespeople.status"
        titleKey="salespeople.status"
        summary={
          record.privacyBlocked || record.blocked ? <SalespersonBadge {...record} /> : t("salespeople.usable")
        }
      >
        <SwitchField
          label={t("fields.blocked")}
          description={t("salespeople.blockedText")}
          {...form.field("blocked")}
          value={form.values.blocked === true}
        />
        <SwitchField
          label={t("fields.privacyBlocked")}
          description={t("salespeople.privacyBlockedText")}
          {...form.field("privacyBlocked")}
          value={form.values.privacyBlocked === true}
        />
      </CardGroup>
    </CardPage>
  );
}

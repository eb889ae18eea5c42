import { useParams } from "@tanstack/react-router";
import {
  changeSalesCycleStage,
  createSalesCycleStage,
  deleteSalesCycleStage,
  getSalesCycleStage,
  listSalesCycleStages,
} from "#opportunities/stages/stages.contract.ts";
import { salesCycles } from "#setup/lists/lists.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import type { SetupField } from "#web/setup/setup-fields.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { CycleStatistics } from "./CycleStatistics.tsx";

const fields: readonly SetupField[] = [
  { key: "stage", labelKey: "fields.stage", kind: "number", isRequired: true, isFixed: true, width: 90 },
  { key: "description", labelKey: "fields.description", kind: "text", maxLength: 100 },
  { key: "completed", labelKey: "fields.completed", kind: "number", decimals: 2, unit: "%", width: 120 },
  {
    key: "chancesOfSuccess",
    labelKey: "fields.chancesOfSuccess",
    kind: "number",
    decimals: 2,
    unit: "%",
    width: 150,
  },
  { key: "allowSkip", labelKey: "fields.allowSkip", kind: "flag", width: 120 },
  { key: "quoteRequired", labelKey: "fields.quoteRequired", kind: "flag", width: 130 },
  { key: "dateFormula", labelKey: "fields.dateFormula", kind: "dateFormula", width: 150 },
];
const endpoints = {
  list: listSalesCycleStages,
  create: createSalesCycleStage,
  get: getSalesCycleStage,
  change: changeSalesCycleStage,
  remove: deleteSalesCycleStage,
};
const keyFields = ["stage"];

/** The stages of a sales cycle, and what stands on them (campaigns S-1, S-3). */
export function SalesCyclePage() {
  const t = useT();
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const path = useSetupPath({ label: t("setup.lists.salesCycles"), to: `/setup/${salesCycles.resource}` });
  const { data, error, refetch } = useEndpoint(salesCycles.get, { params: { code } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton kind="list" />;
  return (
    <SetupListPage
      key={data.code}
      titleKey="opportunities.cycle.stages"
      of={data.description ?? data.code}
      subtitleKey="opportunities.cycle.text"
      path={path}
      fields={fields}
      endpoints={endpoints}
      keyFields={keyFields}
      scope={{ code: data.code }}
      emptyTextKey="opportunities.cycle.empty"
    >
      <CycleStatistics code={data.code} />
    </SetupListPage>
  );
}

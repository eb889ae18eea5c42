import { Button, Skeleton, Tabs } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type Breakdown, getInteractionStatistics } from "#statistics/statistics.contract.ts";
import { queryString } from "#web/api-client.ts";
import { FilterBar } from "#web/filter/FilterBar.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { FigureTiles } from "./FigureTiles.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { StatisticsChart } from "./StatisticsChart.tsx";
import classes from "./StatisticsPage.module.css";
import { StatisticsTable } from "./StatisticsTable.tsx";
import { filters, useQuestion } from "./use-question.ts";

/** More rows than fit on a sheet of paper, fewer than anybody would read. */
const rowsInFile = "10000";

/** On a phone not all tabs are in sight at once. */
function showWhole(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const tabs: readonly Breakdown[] = [
  "template",
  "group",
  "salesperson",
  "campaign",
  "evaluation",
  "contactCompany",
  "contact",
  "day",
  "week",
  "month",
  "year",
];

/** What works: how much was done by what, whom and when, what it cost, how it went – and the way to the very entries. */
export function StatisticsPage() {
  const t = useT();
  const question = useQuestion();
  const { by, query, search, change } = question;
  const { data, error, refetch, isPlaceholderData } = useEndpoint(
    getInteractionStatistics,
    { query },
    { keepPrevious: true },
  );
  // The former answer is shown until the next one is there, but not under another heading.
  const statistics = data?.by === by ? data : undefined;
  return (
    <div className={classes.page}>
      <PageHeading title={t("statistics.title")}>
        <FileButtons query={query} />
      </PageHeading>
      <PeriodPicker question={question} />
      <FilterBar filters={filters} search={search} onChange={change} hasSearch />
      <Tabs
        value={by}
        onChange={(value) => change({ by: value ?? undefined, sort: undefined })}
        keepMounted={false}
        className={classes.tabs ?? ""}
      >
        <Tabs.List aria-label={t("statistics.page.breakdowns")} className={classes.tabList ?? ""}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} {...(tab === by ? { ref: showWhole } : {})}>
              {t(`statistics.page.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={by} className={classes.body ?? ""} aria-busy={isPlaceholderData}>
          {error && !statistics ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : statistics === undefined ? (
            <Skeleton height={320} role="status" aria-label={t("web.list.loading")} />
          ) : statistics.rows.length === 0 ? (
            <EmptyState title={t("statistics.page.empty")} text={t("statistics.page.emptyText")} />
          ) : (
            <>
              <FigureTiles statistics={statistics} scope={question.scope} />
              <StatisticsChart statistics={statistics} question={question} />
              <StatisticsTable statistics={statistics} question={question} />
            </>
          )}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function FileButtons({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const t = useT();
  const may = useMay();
  if (!may("reports.read")) return null;
  const href = (format: "csv" | "xlsx") =>
    `/api/v1/reports/interaction-statistics${queryString({ ...query, limit: rowsInFile, format })}`;
  return (
    <div className={classes.files}>
      {(["xlsx", "csv"] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={href(format)}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {t(format === "xlsx" ? "statistics.page.exportXlsx" : "statistics.page.exportCsv")}
        </Button>
      ))}
    </div>
  );
}

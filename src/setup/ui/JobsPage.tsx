import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Job, listJobs } from "#platform/jobs/jobs.contract.ts";
import { type TextKey, type Translate, useT } from "#web/i18n.ts";
import { isOver } from "#web/jobs.ts";
import { useInfiniteList } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge, type Tone } from "#web/widgets/StatusBadge.tsx";
import classes from "./JobsPage.module.css";
import { useSetupPath } from "./use-setup-path.ts";

/** How often (ms) the list looks for work that was started elsewhere. */
const lookAgainMs = 15_000;

/** One's own work that outlasts a page: what runs, with its progress, and what is over. */
export function JobsPage() {
  const t = useT();
  const path = useSetupPath();
  const list = useInfiniteList(listJobs, {}, { pageSize: 50 });
  const running = list.rows.filter((job) => !isOver(job));
  const over = list.rows.filter(isOver);
  const { retry } = list;

  useEffect(() => {
    const timer = setInterval(retry, lookAgainMs);
    return () => clearInterval(timer);
  }, [retry]);

  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <PageSkeleton kind="list" />;
  return (
    <>
      <PageHeading title={t("setup.jobs.title")} subtitle={t("setup.jobs.subtitle")} path={path} />
      <div className={classes.body}>
        {list.rows.length === 0 && (
          <EmptyState title={t("setup.jobs.none")} text={t("setup.jobs.noneText")} />
        )}
        {running.map((job) => (
          <div key={job.id} className={classes.running}>
            <JobProgress jobId={job.id} title={kindName(job, t)} canCancel onOver={retry} />
          </div>
        ))}
        <ul className={classes.list}>
          {over.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </ul>
        {list.hasMore && (
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t("setup.jobs.more")}
          </Button>
        )}
      </div>
    </>
  );
}

const kinds: Readonly<Record<string, TextKey>> = {
  "contacts.import": "setup.jobs.contactsImport",
  "interactions.import": "setup.jobs.interactionsImport",
  "attachments.relocate": "setup.jobs.attachmentsRelocate",
  "duplicates.generate": "setup.jobs.duplicatesGenerate",
};

function kindName({ kind }: Pick<Job, "kind">, t: Translate): string {
  const key = kinds[kind];
  return key === undefined ? kind : t(key);
}

/** Where the result of a job is seen, if it has a page. */
function resultHref({ result }: Job): string | null {
  const importId = result?.importId;
  return typeof importId === "string" ? `/imports/${importId}` : null;
}

const tones: Readonly<Record<Job["status"], Tone>> = {
  queued: "neutral",
  running: "info",
  succeeded: "success",
  failed: "danger",
  canceled: "warning",
};

function JobLine({ job }: { readonly job: Job }) {
  const t = useT();
  const format = useFormat();
  const href = resultHref(job);
  const name = kindName(job, t);
  return (
    <li>
      <span className={classes.name}>{href === null ? name : <Link to={href}>{name}</Link>}</span>
      <StatusBadge tone={tones[job.status]}>{t(`web.jobs.${job.status}`)}</StatusBadge>
      <Text size="xs" c="dimmed" span className={classes.facts}>
        {[
          job.total === null ? null : t("web.jobs.progress", { done: job.done, total: job.total }),
          format.instant(job.createdAt),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {job.problem && (
        <Text size="sm" c="var(--mantine-color-error)" w="100%">
          {job.problem.detail}
        </Text>
      )}
    </li>
  );
}

import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { cancelJob, type Job } from "#platform/jobs/jobs.contract.ts";
import { useT } from "../i18n.ts";
import { isOver, useJob } from "../jobs.ts";
import { useAction } from "../query.ts";
import { useFormat } from "../use-format.ts";
import { StatusBadge } from "./StatusBadge.tsx";

const tones = {
  queued: "neutral",
  running: "info",
  succeeded: "success",
  failed: "danger",
  canceled: "warning",
} as const;

/**
 * Progress of long work. It may be left: give the job to `trackJob` as well, and the top bar keeps it.
 * `onOver` is called once, when the work has ended in whatever way.
 */
export function JobProgress(props: {
  readonly jobId: string;
  readonly title: string;
  /** The work can still be stopped. */
  readonly canCancel?: boolean;
  readonly onOver?: (job: Job) => void;
}) {
  const t = useT();
  const format = useFormat();
  const job = useJob(props.jobId);
  const stop = useAction(cancelJob);
  const { onOver } = props;
  const status = job?.status;

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once per end, not per new function
  useEffect(() => {
    if (job && isOver(job)) onOver?.(job);
  }, [status]);

  const share = job?.total ? Math.min(1, job.done / job.total) : 0;
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={500}>
          {props.title}
        </Text>
        {job && <StatusBadge tone={tones[job.status]}>{t(`web.jobs.${job.status}`)}</StatusBadge>}
      </Group>
      <Progress.Root>
        <Progress.Section
          value={share * 100}
          animated={status === "running"}
          aria-label={props.title}
          aria-valuetext={format.percent(share)}
        />
      </Progress.Root>
      <Group justify="space-between" wrap="nowrap" mih={22}>
        <Text size="xs" c="dimmed" aria-live="polite">
          {job?.total ? t("web.jobs.progress", { done: job.done, total: job.total }) : null}
        </Text>
        {props.canCancel && job && !isOver(job) && (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={stop.isPending}
            onClick={() => stop.mutate({ params: { id: props.jobId } })}
          >
            {t("web.jobs.cancel")}
          </Button>
        )}
      </Group>
      {job?.problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {job.problem.detail}
        </Text>
      )}
      {job && !isOver(job) && (
        <Text size="xs" c="dimmed">
          {t("web.jobs.leave")}
        </Text>
      )}
    </Stack>
  );
}

import { ActionIcon, Indicator, Popover, Stack, Text } from "@mantine/core";
import { IconLoader2, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useT } from "../i18n.ts";
import { isOver, useJob } from "../jobs.ts";
import { forgetJob, type TrackedJob } from "../tracked-jobs.ts";
import { StatusBadge } from "./StatusBadge.tsx";

/** Work that was started here and left: how far it is, and the way to its result. Loaded when there is some. */
export default function JobTray({ jobs }: { readonly jobs: readonly TrackedJob[] }) {
  const t = useT();
  return (
    <Popover width={320} position="bottom-end">
      <Indicator label={jobs.length} size={16} color="lake.7">
        <Popover.Target>
          <ActionIcon aria-label={t("web.top.jobs")} size={32}>
            <IconLoader2 size={18} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <Text fw={600} size="sm" mb="xs">
          {t("web.top.jobs")}
        </Text>
        <Stack gap="xs">
          {jobs.map((job) => (
            <TrayLine key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function TrayLine({ job }: { readonly job: TrackedJob }) {
  const t = useT();
  const state = useJob(job.id);
  return (
    <div style={{ display: "flex", gap: 8, alignItems: "center" }}>
      <Text size="sm" flex={1} truncate>
        {job.href === undefined ? job.title : <Link to={job.href}>{job.title}</Link>}
      </Text>
      {state && !isOver(state) && state.total !== null && (
        <Text size="xs" c="dimmed">
          {t("web.jobs.progress", { done: state.done, total: state.total })}
        </Text>
      )}
      {state && isOver(state) && (
        <StatusBadge tone={state.status === "succeeded" ? "success" : "danger"}>
          {t(`web.jobs.${state.status}`)}
        </StatusBadge>
      )}
      <ActionIcon size={24} aria-label={t("web.jobs.hide")} onClick={() => forgetJob(job.id)}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}

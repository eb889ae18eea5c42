import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { contactHref } from "#contacts/ui/index.ts";
import type { Job } from "#platform/jobs/jobs.contract.ts";
import { call } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { problemText } from "#web/widgets/notify.tsx";
import { getRetentionRule, RetentionRun, runRetentionRule } from "../../retention/retention.contract.ts";

/** Says what a rule would find, and applies it; what erases is asked about once it has said how much. */
export function RunRuleDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const t = useT();
  const ui = useUi();
  const { data: rule } = useEndpoint(getRetentionRule, { params: { code } });
  const [job, setJob] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const [result, setResult] = useState<RetentionRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = job !== null;

  async function start(dryRun: boolean): Promise<void> {
    setProblem(null);
    setResult(null);
    try {
      const answer = await call(runRetentionRule, { params: { code }, body: { dryRun } });
      if (!("job" in answer)) return setResult(answer);
      const title = t("privacy.retention.tracking", { code });
      setJob({ id: answer.job.id, title });
      if (!dryRun) trackJob({ id: answer.job.id, title, href: "/setup/retention-rules" });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  function end(ended: Job): void {
    setJob(null);
    const read = RetentionRun.safeParse(ended.result);
    if (read.success) setResult(read.data);
    else setProblem(ended.problem?.detail ?? t("web.jobs.canceled"));
    void refresh(ui.queries, ["retention-rules", "contacts", "interaction-log-entries"]);
  }

  async function erase(): Promise<void> {
    if (!result || !rule) return;
    const isMeant = await ui.ask({
      title: t("privacy.retention.eraseTitle", { code }),
      text: t(`privacy.retention.eraseText.${rule.what}`, { count: result.found }),
      confirmLabel: t("privacy.retention.erase", { count: result.found }),
      tone: "danger",
    });
    if (isMeant) await start(false);
  }

  return (
    <Dialog onClose={onClose} title={t("privacy.retention.runTitle", { code })} size="lg">
      {rule ? (
        <Stack gap="sm">
          <Text size="sm">
            {t(`privacy.retention.explained.${rule.what}`, { count: rule.months })}{" "}
            {t(`privacy.retention.does.${rule.action}`)}
          </Text>
          {problem !== null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {problem}
            </Text>
          )}
          {job !== null && (
            <JobProgress key={job.id} jobId={job.id} title={job.title} canCancel onOver={end} />
          )}
          {result !== null && <Found run={result} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={isRunning} onClick={() => void start(true)} data-autofocus>
              {t("privacy.retention.dryRun")}
            </Button>
            {rule.action === "erase" && (
              <Button
                color="red"
                disabled={isRunning || result === null || !result.dryRun || result.found === 0}
                onClick={() => void erase()}
              >
                {t("privacy.retention.eraseFound")}
              </Button>
            )}
          </Group>
        </Stack>
      ) : (
        <Skeleton height={120} />
      )}
    </Dialog>
  );
}

function Found({ run }: { readonly run: RetentionRun }) {
  const t = useT();
  const format = useFormat();
  const { what, found, erased, keys, before, dryRun } = run;
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {t(`privacy.retention.found.${what}`, { count: found })}
        {!dryRun && ` ${t("privacy.retention.erased", { count: erased })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t("privacy.retention.before", { day: format.date(before) })}
      </Text>
      {keys.length > 0 && (
        <Text size="sm" mt={4}>
          {keys.map((key, place) => (
            <span key={key}>
              {place > 0 && ", "}
              {what === "idleContacts" ? <Link to={contactHref(key)}>{key}</Link> : key}
            </span>
          ))}
          {found > keys.length && ` ${t("privacy.retention.more", { count: found - keys.length })}`}
        </Text>
      )}
    </div>
  );
}

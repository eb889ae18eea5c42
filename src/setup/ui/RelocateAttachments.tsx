import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { RelocationResult, relocateAttachments } from "#attachments/attachments.contract.ts";
import type { Job } from "#platform/jobs/jobs.contract.ts";
import { useT } from "#web/i18n.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { JobProgress } from "#web/widgets/JobProgress.tsx";

/** Moves the files that are there already to where new ones go, and says what became of them. */
export function RelocateAttachments({ isSaved }: { readonly isSaved: boolean }) {
  const t = useT();
  const ui = useUi();
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<RelocationResult | null>(null);
  const title = t("setup.marketing.relocate");
  if (!ui.may("setup.write")) return null;

  async function start(): Promise<void> {
    const isMeant = await ui.ask({
      title: t("setup.marketing.relocateTitle"),
      text: t("setup.marketing.relocateText"),
      confirmLabel: title,
    });
    if (!isMeant) return;
    const done = await ui.call(relocateAttachments, {});
    if (!done || !("job" in done.result)) return;
    setResult(null);
    setJobId(done.result.job.id);
    trackJob({ id: done.result.job.id, title });
  }

  function end(job: Job): void {
    const read = RelocationResult.safeParse(job.result);
    if (read.success) setResult(read.data);
  }

  return (
    <div data-wide>
      {jobId === null || result !== null ? (
        <Button variant="default" disabled={!isSaved} onClick={() => void start()}>
          {title}
        </Button>
      ) : (
        <JobProgress key={jobId} jobId={jobId} title={title} canCancel onOver={end} />
      )}
      {result !== null && (
        <Text size="sm" mt={6} role="status">
          {t("setup.marketing.relocated", { count: result.moved })}{" "}
          {result.failed > 0 &&
            t("setup.marketing.notRelocated", {
              count: result.failed,
              numbers: result.failures.map(({ attachmentNo }) => attachmentNo).join(", "),
            })}
        </Text>
      )}
    </div>
  );
}

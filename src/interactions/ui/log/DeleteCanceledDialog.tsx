import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { deleteCanceledLogEntries } from "#interactions/delete-canceled/delete-canceled.contract.ts";
import { listLogEntries } from "#interactions/log-entry.contract.ts";
import type { Job } from "#platform/jobs/jobs.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import type { SearchValues } from "#web/url-state.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { logPath } from "../addresses.ts";
import { changedByInteractions } from "../resources.ts";

/** Says how many canceled entries the filters of the log leave, deletes them once that is confirmed, and shows how far it is. */
export default function DeleteCanceledDialog(
  props: { readonly filters: SearchValues; readonly isNarrowed: boolean } & DialogFrame,
) {
  const t = useT();
  const ui = useUi();
  const { filters, onClose, onDone } = props;
  const [jobId, setJobId] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const { data } = useEndpoint(listLogEntries, {
    query: { ...filters, canceled: "true", limit: "1", count: "true" },
  });
  const count = data?.totalCount ?? 0;
  const title = t("interactions.log.deleteCanceledTitle");

  async function start(): Promise<void> {
    setStarting(true);
    const done = await ui.call(deleteCanceledLogEntries, { body: { ...filters } });
    setStarting(false);
    if (!done || !("job" in done.result)) return;
    trackJob({ id: done.result.job.id, title, href: logPath });
    setJobId(done.result.job.id);
  }

  function end({ status, result }: Job): void {
    if (status !== "succeeded") return;
    ui.showSuccess(t("interactions.log.canceledDeleted", { count: Number(result?.deleted ?? 0) }));
    void refresh(ui.queries, changedByInteractions);
    onDone();
  }

  if (jobId !== null)
    return (
      <Dialog onClose={onClose} title={title}>
        <JobProgress jobId={jobId} title={title} canCancel onOver={end} />
      </Dialog>
    );
  return (
    <Dialog onClose={onClose} title={title}>
      <Text size="sm" role="status" mih={22}>
        {data &&
          (data.totalCountIsCapped
            ? t("interactions.log.deleteCanceledMany", { count })
            : t("interactions.log.deleteCanceledCount", { count }))}
      </Text>
      <Text size="sm" c="dimmed" mt="xs">
        {t(props.isNarrowed ? "interactions.log.deleteCanceledShown" : "interactions.log.deleteCanceledAll")}
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("interactions.log.back")}
        </Button>
        <Button color="red.9" disabled={count === 0} loading={isStarting} onClick={() => void start()}>
          {t("interactions.log.deleteCanceledConfirm")}
        </Button>
      </Group>
    </Dialog>
  );
}

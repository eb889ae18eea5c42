import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { duplicatesHref } from "#contacts/ui/index.ts";
import type { Job } from "#platform/jobs/jobs.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { problemText } from "#web/widgets/notify.tsx";
import {
  type ContactlessKind,
  CreatedContacts,
  createContactsFrom,
} from "../create-contacts/create-contacts.contract.ts";
import { partiesPath } from "./addresses.ts";
import { currencySource } from "./lookups.ts";
import { changedByParties } from "./party-contracts.ts";

/** Makes contacts from all parties of a kind that have none, and says what came of it. */
export default function CreateContactsDialog(props: { readonly kind: ContactlessKind } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const { kind } = props;
  const [currencyCode, setCurrencyCode] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<CreatedContacts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = jobId !== null && result === null && problem === null;

  async function start(): Promise<void> {
    setProblem(null);
    setResult(null);
    setJobId(null);
    try {
      // One shape for the three, whose paths differ only.
      const endpoint = createContactsFrom[kind] as typeof createContactsFrom.customer;
      const answer = await call(endpoint, { body: currencyCode === null ? {} : { currencyCode } });
      if (!("job" in answer)) return setResult(answer);
      setJobId(answer.job.id);
      trackJob({ id: answer.job.id, title: t("parties.createContacts.tracking"), href: partiesPath(kind) });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  function end(ended: Job): void {
    const read = CreatedContacts.safeParse(ended.result);
    if (read.success) setResult(read.data);
    else setProblem(ended.problem?.detail ?? t("parties.createContacts.failed"));
    void refresh(ui.queries, changedByParties);
  }

  return (
    <Dialog onClose={props.onClose} title={t(`parties.createContacts.${kind}`)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("parties.createContacts.text")}
        </Text>
        <LookupField
          label={t("parties.createContacts.currency")}
          description={currencyCode === null ? t("parties.createContacts.currencyAll") : undefined}
          source={currencySource}
          value={currencyCode}
          onChange={setCurrencyCode}
          disabled={isRunning}
        />
        {jobId !== null && (
          <JobProgress jobId={jobId} title={t("parties.createContacts.tracking")} canCancel onOver={end} />
        )}
        {result && <Outcome result={result} onClose={props.onClose} />}
        {problem !== null && (
          <Text size="sm" c="red.9" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t("web.actions.close")}
          </Button>
          {result === null && (
            <Button loading={isRunning} onClick={() => void start()}>
              {t("parties.createContacts.start")}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Outcome({ result, onClose }: { readonly result: CreatedContacts; readonly onClose: () => void }) {
  const t = useT();
  const ui = useUi();
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {t("parties.createContacts.created", { count: result.created })}
      </Text>
      {result.skipped > 0 && (
        <Text size="sm">{t("parties.createContacts.skipped", { count: result.skipped })}</Text>
      )}
      {result.refused > 0 && (
        <Text size="sm">{t("parties.createContacts.refused", { count: result.refused })}</Text>
      )}
      {result.duplicatesFound && (
        <Group gap="sm" mt={4}>
          <Text size="sm">{t("parties.createContacts.duplicatesFound")}</Text>
          {ui.may("contacts.read") && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onClose();
                ui.go(duplicatesHref());
              }}
            >
              {t("parties.createContacts.showDuplicates")}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

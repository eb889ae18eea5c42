import { Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { createOpportunityOfEntry } from "#interactions/follow-ups/follow-ups.contract.ts";
import { changeLogEntry, getLogEntry, type LogEntry } from "#interactions/log-entry.contract.ts";
import { call } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { fieldErrorsOf } from "#web/problem.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { WizardFrame } from "#web/widgets/WizardFrame.tsx";
import { entryHref } from "../addresses.ts";
import { EntryComments } from "../log/EntryComments.tsx";
import { changedByInteractions } from "../resources.ts";
import { subjectOf } from "./DraftStage.tsx";
import { ResultFields } from "./ResultFields.tsx";

/** Step 4: the interaction is logged; how it went is entered onto it, or left. */
export function ResultStage({
  entryNo,
  onClose,
}: {
  readonly entryNo: number;
  readonly onClose: () => void;
}) {
  const { data: entry } = useEndpoint(getLogEntry, { params: { entryNo: String(entryNo) } });
  return entry ? <Result key={entryNo} entry={entry} onClose={onClose} /> : <Skeleton height={1} />;
}

const steps = [
  { key: "type", labelKey: "interactions.flow.steps.type", isDone: true },
  { key: "relations", labelKey: "interactions.flow.steps.relations", isDone: true },
  { key: "result", labelKey: "interactions.flow.steps.result" },
] as const;

function valuesOf({ description, evaluation, attemptFailed, durationMin, cost }: LogEntry) {
  return { description, evaluation, wasSuccessful: !attemptFailed, durationMin, cost };
}

type Values = {
  readonly [Name in keyof ReturnType<typeof valuesOf>]: ReturnType<typeof valuesOf>[Name] | null;
};

function Result({ entry, onClose }: { readonly entry: LogEntry; readonly onClose: () => void }) {
  const t = useT();
  const ui = useUi();
  const [changes, setChanges] = useState<Partial<Values>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setIsBusy] = useState(false);
  const values = { ...valuesOf(entry), ...changes };
  const params = { entryNo: String(entry.entryNo) };
  const name = entry.contactName ?? entry.title;

  async function save(): Promise<void> {
    setIsBusy(true);
    try {
      if (Object.keys(changes).length > 0) await call(changeLogEntry, { params, body: changes as object });
      onClose();
      suggestOpportunity();
      await refresh(ui.queries, changedByInteractions);
    } catch (error) {
      setErrors(fieldErrorsOf(error));
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  /** Once it is closed: the interaction may be the beginning of an opportunity. */
  function suggestOpportunity(): void {
    if (entry.opportunityNo !== null || !ui.may("opportunities.write")) {
      ui.showSuccess(t("interactions.quickLog.logged", { name }));
      return;
    }
    ui.showOffer(
      t("interactions.quickLog.logged", { name }),
      t("interactions.flow.createOpportunity"),
      async () => {
        const done = await ui.call(createOpportunityOfEntry, { params, body: {} }, [
          ...changedByInteractions,
          "opportunities",
        ]);
        if (done) ui.go(entryHref(entry.entryNo));
      },
    );
  }

  return (
    <WizardFrame
      title={t("interactions.flow.title")}
      subject={subjectOf(entry)}
      steps={steps}
      current="result"
      canGoBack={false}
      onStep={() => undefined}
      onNext={save}
      finishLabel={t("interactions.flow.done")}
      onDiscard={save}
      hasContent={false}
      isBusy={isBusy}
      note={
        <Text size="xs" c="dimmed">
          {t("interactions.flow.isLogged")}
        </Text>
      }
    >
      <Stack gap="md">
        <ResultFields
          field={(field) => ({
            value: values[field] as never,
            onChange: (value: unknown) => {
              setChanges({ ...changes, [field]: value });
              setErrors({});
            },
            error: errors[field],
          })}
        />
        <EntryComments entryNo={entry.entryNo} />
      </Stack>
    </WizardFrame>
  );
}

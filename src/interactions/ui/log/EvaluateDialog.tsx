import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import { evaluateLogEntries, type LogEntry } from "#interactions/log-entry.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showSuccess } from "#web/widgets/notify.tsx";
import { EvaluationField } from "../EvaluationField.tsx";
import { changedByInteractions } from "../resources.ts";

/** Says for several entries at once how they went. */
export default function EvaluateDialog({
  entries,
  onClose,
  onDone,
}: { readonly entries: readonly LogEntry[] } & DialogFrame) {
  const t = useT();
  const [evaluation, setEvaluation] = useState<Evaluation | null>(null);
  const count = entries.length;
  const evaluate = useAction(evaluateLogEntries, {
    alsoChanges: changedByInteractions,
    onDone: () => {
      showSuccess(t("interactions.log.evaluated", { count }));
      onDone();
    },
  });
  return (
    <Dialog onClose={onClose} title={t("interactions.log.evaluateTitle", { count })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (evaluation === null) return;
          evaluate.mutate({ body: { entryNos: entries.map(({ entryNo }) => entryNo), evaluation } });
        }}
      >
        <EvaluationField value={evaluation} onChange={setEvaluation} />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("web.actions.cancel")}
          </Button>
          <Button type="submit" disabled={evaluation === null} loading={evaluate.isPending}>
            {t("interactions.log.evaluate")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

import { Button, Group, Stack, Text } from "@mantine/core";
import type { FormEvent, KeyboardEvent } from "react";
import { correctLogEntry, reasonLength } from "#interactions/correct/correction.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import type { CallArgs } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { TextAreaField } from "#web/fields/TextField.tsx";
import { focusFirstError } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showProblem } from "#web/widgets/notify.tsx";
import { changedByInteractions } from "../resources.ts";
import { ChangeList } from "./ChangeList.tsx";
import { CorrectionFields } from "./CorrectionFields.tsx";
import classes from "./correct.module.css";
import { showCorrected } from "./corrected.ts";
import { useCorrection } from "./use-correction.ts";

/** Puts a logged interaction right: the old values to be changed, what will be different, and why. */
export default function CorrectDialog({
  entry,
  onClose,
  onDone,
}: { readonly entry: LogEntry } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useCorrection(entry);
  const { changed } = form;
  const isTouched = changed.length > 0 || form.isDirty;
  const correct = useAction(correctLogEntry, {
    alsoChanges: changedByInteractions,
    showsErrors: true,
    onDone: (corrected) => {
      onDone();
      showCorrected(ui, entry, corrected);
    },
  });

  async function submit(): Promise<void> {
    if (correct.isPending) return;
    if (!form.isFine()) return focusFirstError();
    const body = { ...form.changes(), reason: form.values.reason ?? "" };
    const params = { entryNo: String(entry.entryNo) };
    try {
      await correct.mutateAsync({ params, body } as CallArgs<typeof correctLogEntry>);
    } catch (error) {
      if (form.place(error).length > 0 || !form.hasErrors) showProblem(error);
      else focusFirstError();
    }
  }

  async function close(): Promise<void> {
    const mayClose =
      !isTouched ||
      (await ui.ask({
        title: t("interactions.correction.leaveTitle"),
        text: t("interactions.correction.leaveText"),
        confirmLabel: t("interactions.correction.leave"),
        cancelLabel: t("interactions.correction.stay"),
        tone: "danger",
      }));
    if (mayClose) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  }

  return (
    <Dialog
      onClose={() => void close()}
      title={t("interactions.correction.title", { entryNo: entry.entryNo })}
      size={680}
      closeOnClickOutside={!isTouched}
    >
      <form
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t("interactions.correction.text")}
          </Text>
          <CorrectionFields entry={entry} form={form} />
          <section className={classes.summary} aria-labelledby="correction-changes" aria-live="polite">
            <h3 id="correction-changes" className={classes.summaryTitle}>
              {t("interactions.correction.changes")}
            </h3>
            {changed.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t("interactions.correction.noChanges")}
              </Text>
            ) : (
              <ChangeList changes={changed} />
            )}
          </section>
          <TextAreaField
            label={t("interactions.correction.reason")}
            description={t("interactions.correction.reasonHint")}
            required
            maxLength={reasonLength}
            minRows={1}
            {...form.text("reason")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void close()}>
              {t("interactions.log.back")}
            </Button>
            <Button type="submit" disabled={changed.length === 0} loading={correct.isPending}>
              {t("interactions.correction.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

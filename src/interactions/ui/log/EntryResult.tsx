import { Button, Group, Stack } from "@mantine/core";
import { type KeyboardEvent, lazy, Suspense } from "react";
import {
  changeLogEntry,
  getLogEntry,
  InteractionResult,
  type LogEntry,
} from "#interactions/log-entry.contract.ts";
import { call } from "#web/api-client.ts";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField, TextAreaField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import type { TextKey } from "#web/i18n.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { EvaluationField } from "../EvaluationField.tsx";
import { changedByInteractions } from "../resources.ts";

const ConflictDialog = lazy(() => import("#web/card/ConflictDialog.tsx"));

const labels: Readonly<Record<string, TextKey>> = {
  description: "interactions.facts.description",
  evaluation: "interactions.fields.evaluation",
  wasSuccessful: "interactions.fields.wasSuccessful",
  cost: "interactions.fields.cost",
  durationMin: "interactions.facts.duration",
};

function withSuccess(entry: LogEntry) {
  return { ...entry, wasSuccessful: !entry.attemptFailed };
}

/** How it went, to be completed when it is over. Faces and switch save at once, words and figures when one says so. */
export function EntryResult({ entry }: { readonly entry: LogEntry }) {
  const t = useT();
  const ui = useUi();
  const params = { entryNo: String(entry.entryNo) };
  const form = useCardForm({
    schema: InteractionResult,
    record: withSuccess(entry),
    labels,
    save: async (body, ifMatch) => {
      const saved = withSuccess(await call(changeLogEntry, { params, body, ifMatch }));
      void refresh(ui.queries, changedByInteractions);
      return saved;
    },
    reload: async () => withSuccess(await call(getLogEntry, { params })),
  });
  const isReadOnly = !ui.may("interactions.write");

  function onKeyDown(event: KeyboardEvent): void {
    const isSaving =
      (event.ctrlKey || event.metaKey) && (event.key === "Enter" || event.key.toLowerCase() === "s");
    if (isSaving) {
      event.preventDefault();
      event.stopPropagation();
      void form.save();
    } else if (event.key === "Escape" && form.isDirty) {
      event.preventDefault();
      form.discard();
    }
  }

  return (
    <form
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Stack gap={12}>
        <TextAreaField
          label={t("interactions.facts.description")}
          maxLength={100}
          minRows={1}
          disabled={isReadOnly}
          {...form.field("description")}
          value={form.values.description ?? null}
        />
        <EvaluationField
          value={form.values.evaluation ?? null}
          disabled={isReadOnly}
          onChange={(evaluation) => void form.settle({ evaluation })}
        />
        <SwitchField
          label={t("interactions.fields.wasSuccessful")}
          value={form.values.wasSuccessful ?? true}
          disabled={isReadOnly}
          onChange={(wasSuccessful) => void form.settle({ wasSuccessful })}
        />
        <Group grow gap="sm" align="flex-start">
          <NumberField
            label={t("interactions.facts.duration")}
            unit={t("interactions.facts.minutes")}
            min={0}
            disabled={isReadOnly}
            {...form.field("durationMin")}
            value={form.values.durationMin ?? null}
          />
          <MoneyField
            label={t("interactions.fields.cost")}
            min={0}
            disabled={isReadOnly}
            {...form.field("cost")}
            value={form.values.cost ?? null}
          />
        </Group>
        {form.isDirty && (
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={form.discard} disabled={form.isSaving}>
              {t("web.actions.discard")}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {t("web.actions.save")}
            </Button>
          </Group>
        )}
      </Stack>
      <Suspense>{form.conflict && <ConflictDialog form={form} />}</Suspense>
    </form>
  );
}

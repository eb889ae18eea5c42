import { Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { createNumberSeries, NewNumberSeries } from "#numbering/number-series.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { numberSeriesHref } from "./actions.ts";
import { lineFaults, newLine, sentLines } from "./lines-form.rules.ts";
import { NextNumberText } from "./NextNumber.tsx";

const schema = NewNumberSeries.pick({ code: true, description: true });

/** A series with its first line, which begins at once. */
export default function NewNumberSeriesDialog({ onClose }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const today = useFormat().today();
  const [startingNo, setStartingNo] = useState<string | null>(null);
  const firstOfYear = `${today.slice(0, 4)}-01-01`;
  const lines = startingNo === null ? [] : [newLine(firstOfYear, startingNo)];
  const isCountable = Object.keys(lineFaults(lines)).length === 0;
  const form = useNewForm({
    schema,
    initial: { code: null, description: null },
    create: (body) =>
      call(createNumberSeries, {
        body: { ...body, allowAutomatic: true, allowManual: true, lines: sentLines(lines, []) },
      }),
    onCreated: async ({ code }) => {
      await refresh(ui.queries, ["number-series"]);
      ui.showSuccess(t("numbering.created", { code }));
      onClose();
      ui.go(numberSeriesHref(code));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isCountable) void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("numbering.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.code")}
            required
            autoFocus
            maxLength={20}
            {...form.field("code")}
            onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
          />
          <TextField label={t("fields.description")} maxLength={100} {...form.field("description")} />
          <TextField
            label={t("fields.startingNo")}
            description={t("numbering.startingNoText")}
            maxLength={20}
            value={startingNo}
            error={isCountable ? undefined : t("numbering.because.no_digits")}
            onChange={(value) => setStartingNo(value?.toUpperCase() ?? null)}
          />
          {lines.length > 0 && isCountable && <NextNumberText lines={lines} />}
          <FormButtons submitLabel={t("web.actions.add")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

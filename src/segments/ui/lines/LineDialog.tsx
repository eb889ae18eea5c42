import { Button, Group, SimpleGrid, Text } from "@mantine/core";
import { type FormEvent, useMemo } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { contactSource } from "#contacts/ui/pickers.ts";
import {
  changeSegmentLine,
  getSegmentLine,
  type SegmentLine,
  SegmentLineChanges,
} from "#segments/segment-lines.contract.ts";
import { activeSalespersonSource } from "#setup/ui/lookups.ts";
import { call } from "#web/api-client.ts";
import ConflictDialog from "#web/card/ConflictDialog.tsx";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { changedBySegments } from "../actions.ts";
import { lineName } from "./columns.tsx";
import { removeLines } from "./line-actions.ts";
import { altAddressSourceOf } from "./lookups.ts";

const labels = {
  contactNo: "segments.lines.contact",
  contactAltAddressCode: "fields.contactAltAddressCode",
  campaignNo: "fields.campaignNo",
  salespersonCode: "fields.salespersonCode",
  description: "fields.description",
  date: "fields.date",
} as const;

/** Changes a line. Another contact begins it anew (segments §6.1), so that nothing else is changed along with it. */
export default function LineDialog({ line, onClose, onDone }: DialogFrame & { readonly line: SegmentLine }) {
  const t = useT();
  const ui = useUi();
  const params = { no: line.segmentNo, lineNo: String(line.lineNo) };
  const form = useCardForm({
    schema: SegmentLineChanges,
    record: line,
    labels,
    save: ({ contactNo, ...others }, ifMatch) => {
      const body = contactNo === undefined ? others : { contactNo };
      return call(changeSegmentLine, { params, body, ifMatch });
    },
    reload: () => call(getSegmentLine, { params }),
  });
  const { values } = form;
  const name = lineName(line);
  const hasOtherContact = (values.contactNo ?? null) !== line.contactNo;
  const addresses = useMemo(() => altAddressSourceOf(line.contactNo ?? ""), [line.contactNo]);
  const campaignName = useLabel(campaignSource, values.campaignNo ?? null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await form.save())) return;
    await refresh(ui.queries, changedBySegments);
    onDone();
  }

  async function close(): Promise<void> {
    const field = document.activeElement as HTMLElement | null;
    const mayClose =
      !form.isDirty ||
      (await ui.ask({
        title: t("web.form.leaveTitle"),
        text: t("web.form.leaveText"),
        confirmLabel: t("web.form.leave"),
        cancelLabel: t("web.actions.back"),
        tone: "danger",
      }));
    if (mayClose) onClose();
    else requestAnimationFrame(() => field?.focus());
  }

  async function remove(): Promise<void> {
    if (await removeLines([line], ui)) onDone();
  }

  return (
    <>
      <Dialog
        title={
          name === null ? t("segments.lines.changeTitleBlank") : t("segments.lines.changeTitle", { name })
        }
        size={640}
        onClose={() => void close()}
      >
        <form onSubmit={(event) => void submit(event)} noValidate>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {hasOtherContact ? (
              <Text size="sm" c="dimmed" style={{ order: 1 }}>
                {t("segments.lines.anew")}
              </Text>
            ) : (
              <>
                <TextField
                  label={t(labels.description)}
                  autoFocus
                  maxLength={100}
                  {...form.field("description")}
                  value={values.description ?? null}
                />
                <DateField
                  label={t(labels.date)}
                  required
                  {...form.field("date")}
                  value={values.date ?? null}
                />
                <LookupField
                  label={t(labels.salespersonCode)}
                  source={activeSalespersonSource}
                  valueLabel={line.salespersonName}
                  {...form.field("salespersonCode")}
                  value={values.salespersonCode ?? null}
                />
                <LookupField
                  label={t(labels.campaignNo)}
                  source={campaignSource}
                  valueLabel={campaignName}
                  {...form.field("campaignNo")}
                  value={values.campaignNo ?? null}
                />
                <LookupField
                  label={t(labels.contactAltAddressCode)}
                  source={addresses}
                  disabled={line.contactNo === null}
                  {...form.field("contactAltAddressCode")}
                  value={values.contactAltAddressCode ?? null}
                />
              </>
            )}
            <LookupField
              label={t(labels.contactNo)}
              source={contactSource}
              valueLabel={name}
              {...form.field("contactNo")}
              value={values.contactNo ?? null}
            />
          </SimpleGrid>
          <Group justify="space-between" gap="xs" mt="lg">
            <Button
              variant="default"
              c="var(--mantine-color-error)"
              disabled={form.isSaving}
              onClick={() => void remove()}
            >
              {t("segments.lines.remove")}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={() => void close()} disabled={form.isSaving}>
                {t("web.actions.cancel")}
              </Button>
              <Button type="submit" loading={form.isSaving}>
                {t("web.actions.save")}
              </Button>
            </Group>
          </Group>
        </form>
      </Dialog>
      {form.conflict && <ConflictDialog form={form} />}
    </>
  );
}

import { Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPhoneCall } from "@tabler/icons-react";
import { telHref } from "#contacts/ui/links.rules.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { TimeField } from "#web/fields/TimeField.tsx";
import { useT } from "#web/i18n.ts";
import { initiatedByChoices } from "../choices.ts";
import { MoreToggle } from "../MoreToggle.tsx";
import { AltAddressField } from "./AltAddressField.tsx";
import type { CallTimerState } from "./CallTimer.tsx";
import { NumberPicker } from "./NumberPicker.tsx";
import { ContactField, SalespersonField } from "./TypeStep.tsx";
import type { DraftForm } from "./use-draft.ts";

/** Step 1 of a call: whom, at which number, what about. "Call" dials and starts the clock. */
export function CallStep({ form, timer }: { readonly form: DraftForm; readonly timer: CallTimerState }) {
  const t = useT();
  const { draft } = form;
  const [isOpen, more] = useDisclosure(false);
  const href = draft.contactVia === null ? null : telHref(draft.contactVia);
  return (
    <Stack gap="sm">
      <ContactField form={form} />
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <div style={{ flex: 1, minWidth: 0 }}>
          <NumberPicker form={form} />
        </div>
        <Button
          {...(href === null ? { disabled: true } : { component: "a" as const, href })}
          leftSection={<IconPhoneCall size={16} stroke={1.7} aria-hidden />}
          onClick={() => {
            if (!timer.clock.isRunning) timer.start();
          }}
        >
          {t("interactions.flow.call")}
        </Button>
      </Group>
      <TextField
        label={t("interactions.facts.description")}
        required
        maxLength={100}
        autoFocus={draft.contactNo !== null}
        {...form.field("description")}
      />
      <div>
        <MoreToggle isOpen={isOpen} onToggle={more.toggle} />
      </div>
      {isOpen && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <SalespersonField form={form} />
          <EnumField
            label={t("interactions.fields.initiatedBy")}
            choices={initiatedByChoices}
            {...form.field("initiatedBy")}
          />
          <DateField label={t("interactions.fields.date")} {...form.field("date")} />
          <TimeField label={t("interactions.fields.time")} {...form.field("time")} />
          <AltAddressField form={form} />
          <SwitchField
            label={t("fields.dialContact")}
            description={t("interactions.flow.dialText")}
            {...form.field("dialContact")}
          />
        </SimpleGrid>
      )}
    </Stack>
  );
}

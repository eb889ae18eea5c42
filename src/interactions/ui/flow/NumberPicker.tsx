import { Autocomplete, Group, Text } from "@mantine/core";
import { IconBuilding, IconDeviceMobile, IconPhone } from "@tabler/icons-react";
import { useT } from "#web/i18n.ts";
import type { DraftForm } from "./use-draft.ts";

const icons = { phone: IconPhone, mobile: IconDeviceMobile } as const;

/** The number to call: one of the contact's or its company's by the arrow keys, or any other typed. */
export function NumberPicker({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const { value, error, onChange } = form.field("contactVia");
  const { phoneNumbers, contactNo } = form.draft;
  // The same number may be the contact's and its company's: the first one names it.
  const byNumber = new Map([...phoneNumbers].reverse().map((number) => [number.phoneNo, number]));
  const numbers = [...new Set(phoneNumbers.map(({ phoneNo }) => phoneNo))];
  return (
    <Autocomplete
      label={t("interactions.flow.number")}
      description={
        contactNo !== null && phoneNumbers.length === 0 ? t("interactions.flow.noNumbers") : undefined
      }
      required
      withAsterisk={false}
      type="tel"
      autoComplete="off"
      maxLength={80}
      // Everything is on offer, also while a number stands in the field.
      filter={({ options }) => options}
      data={numbers}
      value={value ?? ""}
      error={error}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(typed) => onChange(typed === "" ? null : typed)}
      renderOption={({ option }) => {
        const number = byNumber.get(option.value);
        const Icon = number?.of === "company" ? IconBuilding : icons[number?.kind ?? "phone"];
        return (
          <Group gap={8} wrap="nowrap">
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>{option.value}</span>
            {number && (
              <Text span size="xs" opacity={0.8}>
                {t(`interactions.flow.numbers.${number.of}.${number.kind}`)}
              </Text>
            )}
            {number && number.altAddressCode !== null && (
              <Text span size="xs" opacity={0.8}>
                {number.altAddressCode}
              </Text>
            )}
          </Group>
        );
      }}
    />
  );
}

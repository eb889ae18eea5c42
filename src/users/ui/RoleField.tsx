import { Select, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Role } from "#users/rights.rules.ts";
import { useT } from "#web/i18n.ts";
import { roleChoices } from "./choices.ts";

/** Chooses a role; each says in a line what it is for. */
export function RoleField(props: {
  readonly value: Role | null;
  readonly onChange: (role: Role) => void;
  readonly error?: ReactNode;
}) {
  const t = useT();
  return (
    <Select
      label={t("fields.role")}
      description={props.value === null ? undefined : t(`users.roleTexts.${props.value}`)}
      error={props.error}
      required
      allowDeselect={false}
      data={roleChoices.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
      value={props.value}
      onChange={(value) => value !== null && props.onChange(value as Role)}
      renderOption={({ option }) => (
        <div>
          {option.label}
          <Text size="xs" c="dimmed">
            {t(`users.roleTexts.${option.value as Role}`)}
          </Text>
        </div>
      )}
    />
  );
}

import { Switch } from "@mantine/core";
import type { Import } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import type { SettingsChange } from "./use-import-changes.ts";

export interface SettingsProps {
  readonly record: Import;
  readonly onChange: (change: SettingsChange) => void;
}

/** Only a CSV has rows that end early: a spreadsheet does not store blank cells. */
export function ShortRowsSwitch({ record, onChange }: SettingsProps) {
  const t = useT();
  if (record.format !== "csv") return null;
  return (
    <Switch
      mt="md"
      label={t("imports.settings.acceptShortRows")}
      description={t("imports.settings.acceptShortRowsText")}
      checked={record.acceptShortRows}
      onChange={(event) => onChange({ acceptShortRows: event.currentTarget.checked })}
    />
  );
}

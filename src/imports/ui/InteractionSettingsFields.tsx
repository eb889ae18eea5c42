import { Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { salespersonSource, templateSource } from "#interactions/ui/lookups.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useT } from "#web/i18n.ts";
import { type SettingsProps, ShortRowsSwitch } from "./ShortRowsSwitch.tsx";

/** Where the rows are from, what those take that name nothing, and how dates are read. */
export function InteractionSettingsFields({ record, onChange }: SettingsProps) {
  const t = useT();
  const { defaultTemplateCode, defaultSalespersonCode, mapping } = record;
  const template = useLabel(templateSource, defaultTemplateCode);
  const salesperson = useLabel(salespersonSource, defaultSalespersonCode);
  const hasIds = Object.values(mapping).includes("externalId");
  return (
    <>
      <Stack gap="md">
        <LookupField
          label={t("imports.settings.template")}
          description={t("imports.settings.templateText")}
          source={templateSource}
          value={defaultTemplateCode}
          valueLabel={template}
          onChange={(code) => onChange({ defaultTemplateCode: code })}
        />
        <LookupField
          label={t("imports.settings.salesperson")}
          description={t("imports.settings.salespersonText")}
          source={salespersonSource}
          value={defaultSalespersonCode}
          valueLabel={salesperson}
          onChange={(code) => onChange({ defaultSalespersonCode: code })}
        />
      </Stack>
      {hasIds && <SourceField record={record} onChange={onChange} />}
      <div>
        <Radio.Group
          label={t("imports.settings.dateOrder")}
          value={record.dateOrder}
          onChange={(dateOrder) => onChange({ dateOrder: dateOrder as typeof record.dateOrder })}
        >
          <Stack gap={8} mt={6}>
            <Radio size="xs" value="dmy" label={t("imports.settings.dayFirst")} />
            <Radio size="xs" value="mdy" label={t("imports.settings.monthFirst")} />
          </Stack>
        </Radio.Group>
        <ShortRowsSwitch record={record} onChange={onChange} />
      </div>
    </>
  );
}

/** Saved when it is left: half a name is another source. */
function SourceField({ record, onChange }: SettingsProps) {
  const t = useT();
  const [text, setText] = useState(record.source ?? "");
  const save = () => {
    const source = text.trim().toUpperCase() || null;
    setText(source ?? "");
    if (source !== record.source) onChange({ source });
  };
  return (
    <TextInput
      label={t("imports.settings.source")}
      description={t("imports.settings.sourceText")}
      maxLength={30}
      required
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
      }}
    />
  );
}

import { Radio, Stack } from "@mantine/core";
import type { Import } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import classes from "./ImportSteps.module.css";
import { InteractionSettingsFields } from "./InteractionSettingsFields.tsx";
import { type SettingsProps, ShortRowsSwitch } from "./ShortRowsSwitch.tsx";

/** How rows are taken: another question for contacts than for interactions. */
export function ImportSettingsFields(props: SettingsProps) {
  const t = useT();
  return (
    <section aria-label={t("imports.settings.title")}>
      <h2 className={classes.title}>{t("imports.settings.title")}</h2>
      <div className={classes.settings}>
        {props.record.kind === "contacts" ? (
          <ContactSettingsFields {...props} />
        ) : (
          <InteractionSettingsFields {...props} />
        )}
      </div>
    </section>
  );
}

/** What the rows are, how they find contacts that exist, and what happens to those. */
function ContactSettingsFields({ record, onChange }: SettingsProps) {
  const t = useT();
  return (
    <>
      <Radio.Group
        label={t("imports.settings.type")}
        value={record.type}
        onChange={(type) => onChange({ type: type as Import["type"] })}
      >
        <Stack gap={8} mt={6}>
          <Radio
            size="xs"
            value="auto"
            label={t("imports.settings.typeAuto")}
            description={t("imports.settings.typeAutoText")}
          />
          <Radio size="xs" value="company" label={t("imports.settings.typeCompany")} />
          <Radio size="xs" value="person" label={t("imports.settings.typePerson")} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t("imports.settings.matchBy")}
        value={record.matchBy}
        onChange={(matchBy) => onChange({ matchBy: matchBy as Import["matchBy"] })}
      >
        <Stack gap={8} mt={6}>
          <Radio size="xs" value="email" label={t("imports.settings.matchEmail")} />
          <Radio size="xs" value="no" label={t("imports.settings.matchNo")} />
          <Radio size="xs" value="none" label={t("imports.settings.matchNone")} />
        </Stack>
      </Radio.Group>
      <div>
        {record.matchBy !== "none" && (
          <Radio.Group
            label={t("imports.settings.onMatch")}
            value={record.onMatch}
            onChange={(onMatch) => onChange({ onMatch: onMatch as Import["onMatch"] })}
          >
            <Stack gap={8} mt={6}>
              <Radio
                size="xs"
                value="update"
                label={t("imports.settings.onMatchUpdate")}
                description={t("imports.settings.onMatchUpdateText")}
              />
              <Radio size="xs" value="skip" label={t("imports.settings.onMatchSkip")} />
            </Stack>
          </Radio.Group>
        )}
        <ShortRowsSwitch record={record} onChange={onChange} />
      </div>
    </>
  );
}

import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { CodeField } from "../CodeField.tsx";
import { SalutationPreview } from "../details/SalutationPreview.tsx";
import { salutationSource } from "../lookups.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";

/** What segments and automatic recording look at. */
export function ProfileGroup({ contact, form }: GroupProps) {
  const t = useT();
  const { values } = form;
  return (
    <CardGroup
      name="contacts.profile"
      titleKey="contacts.card.profile"
      startsFolded
      summary={summaryOf(
        values.externalId,
        values.excludeFromSegment ? t("fields.excludeFromSegment") : null,
        values.noAutomaticRecording ? t("fields.noAutomaticRecording") : null,
      )}
    >
      {contact.type === "company" && (
        <CodeField
          label={t("fields.salutationCode")}
          source={salutationSource}
          {...form.field("salutationCode")}
        />
      )}
      {contact.type === "company" && <SalutationPreview contact={contact} values={values} />}
      <TextField label={t("fields.externalId")} maxLength={length.externalId} {...form.field("externalId")} />
      <div data-wide style={{ display: "grid", gap: 12 }}>
        <SwitchField
          label={t("fields.excludeFromSegment")}
          {...form.field("excludeFromSegment")}
          value={values.excludeFromSegment ?? false}
        />
        <SwitchField
          label={t("fields.noAutomaticRecording")}
          {...form.field("noAutomaticRecording")}
          value={values.noAutomaticRecording ?? false}
        />
      </div>
    </CardGroup>
  );
}

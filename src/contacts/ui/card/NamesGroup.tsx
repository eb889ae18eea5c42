import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { CodeField } from "../CodeField.tsx";
import { SalutationPreview } from "../details/SalutationPreview.tsx";
import { organizationalLevelSource, salutationSource } from "../lookups.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";

const parts = ["firstName", "middleName", "surname"] as const;

/** The parts of a person's name; they and the name follow each other. */
export function NamesGroup({ contact, form }: GroupProps) {
  const t = useT();
  const { values } = form;
  return (
    <CardGroup
      name="contacts.names"
      titleKey="contacts.card.names"
      startsFolded
      summary={summaryOf(values.firstName, values.middleName, values.surname)}
    >
      {parts.map((part) => (
        <TextField
          key={part}
          label={t(`fields.${part}`)}
          maxLength={length[part]}
          {...form.field(part)}
          onChange={(text) => form.typeName({ [part]: text })}
        />
      ))}
      <TextField label={t("fields.initials")} maxLength={length.initials} {...form.field("initials")} />
      <CodeField
        label={t("fields.salutationCode")}
        source={salutationSource}
        {...form.field("salutationCode")}
      />
      <CodeField
        label={t("fields.organizationalLevelCode")}
        source={organizationalLevelSource}
        {...form.field("organizationalLevelCode")}
      />
      <SalutationPreview contact={contact} values={values} />
    </CardGroup>
  );
}

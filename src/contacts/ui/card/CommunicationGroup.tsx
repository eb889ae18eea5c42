import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { correspondenceChoices } from "../choices.ts";
import { useChecked } from "../use-checked.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";
import { Inherited } from "./InheritedMark.tsx";

const fields = [
  ["phoneNo", "tel"],
  ["mobilePhoneNo", "tel"],
  ["email", "email"],
  ["email2", "email"],
  ["homePage", "url"],
  ["extensionNo", "text"],
  ["faxNo", "tel"],
  ["pager", "tel"],
] as const;

/** Numbers and addresses. */
export function CommunicationGroup({ company, form, inherited }: GroupProps) {
  const t = useT();
  const checked = useChecked();
  const { values } = form;
  return (
    <CardGroup
      name="contacts.communication"
      titleKey="contacts.card.communicationGroup"
      summary={summaryOf(values.phoneNo, values.mobilePhoneNo, values.email)}
    >
      {fields.map(([name, type]) => (
        <Inherited key={name} company={company} isInherited={inherited.has(name)}>
          <TextField
            label={t(`fields.${name}`)}
            type={type}
            maxLength={length[name]}
            {...checked(name, form.field(name))}
          />
        </Inherited>
      ))}
      <Inherited company={company} isInherited={inherited.has("correspondenceType")}>
        <EnumField
          label={t("fields.correspondenceType")}
          choices={correspondenceChoices}
          {...form.field("correspondenceType")}
        />
      </Inherited>
    </CardGroup>
  );
}

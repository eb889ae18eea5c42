import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { CodeField } from "../CodeField.tsx";
import { countrySource } from "../lookups.ts";
import { usePostCodeFilling } from "../use-post-code.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";
import { Inherited } from "./InheritedMark.tsx";

const fields = ["address", "address2", "postCode", "city", "county"] as const;

/** Where the contact is. */
export function AddressGroup({ company, form, inherited }: GroupProps) {
  const t = useT();
  const { values } = form;
  const fill = usePostCodeFilling();

  /** A post code of the list fills in the rest when it is left. */
  async function leavePostCode(): Promise<void> {
    form.field("postCode").onBlur();
    const { postCode = null, city = null, county = null, countryCode = null } = values;
    const filled = await fill({ postCode, city, county, countryCode });
    if (Object.keys(filled).length > 0) form.set(filled);
  }

  return (
    <CardGroup
      name="contacts.address"
      titleKey="contacts.card.addressGroup"
      summary={summaryOf(values.address, values.postCode, values.city, values.countryCode)}
    >
      {fields.map((name) => (
        <Inherited key={name} company={company} isInherited={inherited.has(name)}>
          <TextField
            label={t(`fields.${name}`)}
            maxLength={length[name]}
            {...form.field(name)}
            {...(name === "postCode" && { onBlur: () => void leavePostCode() })}
          />
        </Inherited>
      ))}
      <Inherited company={company} isInherited={inherited.has("countryCode")}>
        <CodeField label={t("fields.countryCode")} source={countrySource} {...form.field("countryCode")} />
      </Inherited>
    </CardGroup>
  );
}

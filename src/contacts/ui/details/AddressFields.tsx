import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import type { AlternativeAddressChange } from "#contacts/details/addresses/addresses.contract.ts";
import { checkSingleEmail } from "#contacts/email.rules.ts";
import { TextField } from "#web/fields/TextField.tsx";
import type { BindField } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { CodeField } from "../CodeField.tsx";
import { countrySource } from "../lookups.ts";
import { useChecked } from "../use-checked.ts";

export interface AddressForm {
  readonly field: BindField<typeof AlternativeAddressChange>;
}

const fields = [
  ["companyName", length.companyName, "text"],
  ["companyName2", length.name2, "text"],
  ["address", length.address, "text"],
  ["address2", length.address2, "text"],
  ["postCode", length.postCode, "text"],
  ["city", length.city, "text"],
  ["county", length.county, "text"],
] as const;

const reach = [
  ["phoneNo", "tel"],
  ["mobilePhoneNo", "tel"],
  ["email", "email"],
  ["homePage", "url"],
  ["extensionNo", "text"],
  ["faxNo", "tel"],
  ["pager", "text"],
] as const;

/** Everything an alternative address holds; the fields follow the rules of the contact's own. */
export function AddressFields(props: { readonly form: AddressForm; readonly hasFocus?: boolean }) {
  const t = useT();
  const checked = useChecked({ email: checkSingleEmail });
  const { form } = props;
  return (
    <>
      {fields.map(([name, maxLength, type], place) => (
        <TextField
          key={name}
          label={t(`fields.${name}`)}
          type={type}
          maxLength={maxLength}
          autoFocus={place === 0 && (props.hasFocus ?? false)}
          {...(name === "postCode" ? { description: t("contacts.details.addresses.postCodeHint") } : {})}
          {...form.field(name)}
        />
      ))}
      <CodeField label={t("fields.countryCode")} source={countrySource} {...form.field("countryCode")} />
      {reach.map(([name, type]) => (
        <TextField
          key={name}
          label={t(`fields.${name}`)}
          type={type}
          maxLength={length[name]}
          {...checked(name, form.field(name))}
        />
      ))}
    </>
  );
}

import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { contactFieldLengths as length } from "../../contact.rules.ts";
import { CodeField } from "../CodeField.tsx";
import { activeSalespersonSource, companySource, countrySource, languageSource } from "../lookups.ts";
import { useChecked } from "../use-checked.ts";
import classes from "./NewContactDialog.module.css";
import type { NewContactForm } from "./use-new-contact.ts";

/** The fields of a new contact: those one always has, and on demand those that tell more. */
export function NewContactFields(props: {
  readonly form: NewContactForm;
  readonly hasMore: boolean;
  /** Name of the company the form was opened in. */
  readonly companyName?: string;
}) {
  const t = useT();
  const { form, hasMore } = props;
  const { isPerson } = form;
  const checked = useChecked();
  const { field } = form;
  return (
    <div className={classes.fields}>
      <div data-wide>
        <TextField
          label={t("fields.name")}
          required
          autoFocus
          maxLength={length.name}
          {...(isPerson ? { placeholder: t("contacts.new.nameHint") } : {})}
          {...field("name")}
        />
        {isPerson && <NameParts parts={form.parts} />}
      </div>
      {isPerson && <CompanyField {...props} />}
      {isPerson && (
        <TextField label={t("fields.jobTitle")} maxLength={length.jobTitle} {...field("jobTitle")} />
      )}
      <TextField
        label={t("fields.phoneNo")}
        type="tel"
        maxLength={length.phoneNo}
        {...checked("phoneNo", field("phoneNo"))}
      />
      <TextField
        label={t("fields.mobilePhoneNo")}
        type="tel"
        maxLength={length.mobilePhoneNo}
        {...checked("mobilePhoneNo", field("mobilePhoneNo"))}
      />
      <TextField
        label={t("fields.email")}
        type="email"
        maxLength={length.email}
        {...checked("email", field("email"))}
      />
      {!isPerson && (
        <TextField
          label={t("fields.homePage")}
          type="url"
          maxLength={length.homePage}
          {...field("homePage")}
        />
      )}
      {hasMore && (
        <>
          <div data-wide>
            <TextField label={t("fields.address")} maxLength={length.address} {...field("address")} />
          </div>
          <TextField label={t("fields.postCode")} maxLength={length.postCode} {...field("postCode")} />
          <TextField label={t("fields.city")} maxLength={length.city} {...field("city")} />
          <CodeField label={t("fields.countryCode")} source={countrySource} {...field("countryCode")} />
          <CodeField label={t("fields.languageCode")} source={languageSource} {...field("languageCode")} />
          <CodeField
            label={t("fields.salespersonCode")}
            source={activeSalespersonSource}
            {...field("salespersonCode")}
          />
          <TextField label={t("fields.no")} maxLength={length.no} {...field("no")} />
        </>
      )}
    </div>
  );
}

/** How the name will be split (contacts §3.1). */
function NameParts({ parts }: { readonly parts: NewContactForm["parts"] }) {
  const t = useT();
  const { firstName, middleName, surname } = parts;
  if (firstName === null) return null;
  if (surname === null)
    return <p className={classes.note}>{t("contacts.new.nameFirstOnly", { firstName })}</p>;
  return (
    <p className={classes.note} style={{ marginBottom: 0 }}>
      {middleName === null
        ? t("contacts.new.nameParts", { firstName, surname })
        : t("contacts.new.namePartsMiddle", { firstName, middleName, surname })}
    </p>
  );
}

/** The person's company: one that is here, or a new one by its name. */
function CompanyField({
  form,
  companyName,
}: {
  readonly form: NewContactForm;
  readonly companyName?: string;
}) {
  const t = useT();
  const { newCompany, values } = form;
  const binding = form.field("companyNo");
  const hint =
    newCompany !== null
      ? t("contacts.new.newCompany")
      : values.companyNo
        ? t("contacts.new.companyHint")
        : t("contacts.new.standaloneHint");
  return (
    <div>
      <LookupField
        label={t("contacts.new.company")}
        source={companySource}
        {...binding}
        value={newCompany ?? values.companyNo ?? null}
        valueLabel={newCompany ?? companyName}
        onChange={(no) => {
          form.setNewCompany(null);
          binding.onChange(no);
        }}
        onCreate={(name) => {
          if (name !== "") form.setNewCompany(name);
        }}
      />
      <p className={classes.note} style={{ marginBottom: 0 }}>
        {hint}
      </p>
    </div>
  );
}

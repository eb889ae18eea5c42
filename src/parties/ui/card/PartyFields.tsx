import type { z } from "zod";
import type { Locality } from "#contacts/contact.rules.ts";
import { usePostCodeFilling } from "#contacts/ui/use-post-code.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import type { BindField, FieldBinding, FormValues } from "#web/form/use-fields.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import {
  fieldsOfKind,
  hasPrimaryContact,
  partyFieldLengths as length,
  type PartyField,
  type PartyReferenceField,
  type PartyTextField,
} from "../../party-fields.rules.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";
import {
  activeSalespersonSource,
  countrySource,
  currencySource,
  languageSource,
  primaryContactSource,
  territorySource,
} from "../lookups.ts";
import { contactTypeChoices } from "../NewPartyDialog.tsx";
import type { Party } from "../party-contracts.ts";

interface FieldsForm {
  readonly values: FormValues<z.ZodObject>;
  readonly field: BindField<z.ZodObject>;
  set(values: Partial<FormValues<z.ZodObject>>): void;
}

interface PartyFieldsProps {
  readonly kind: PartyKind;
  readonly party: Party;
  readonly form: FieldsForm;
}

const sources: Readonly<Record<PartyReferenceField, LookupSource>> = {
  countryCode: countrySource,
  territoryCode: territorySource,
  currencyCode: currencySource,
  languageCode: languageSource,
  salespersonCode: activeSalespersonSource,
  purchaserCode: activeSalespersonSource,
  ourContactCode: activeSalespersonSource,
};
const types: Partial<Record<PartyField, "tel" | "email" | "url">> = {
  phoneNo: "tel",
  mobilePhoneNo: "tel",
  faxNo: "tel",
  email: "email",
  homePage: "url",
};

/** The groups of the card; each kind shows the fields that it has. */
const groups: readonly {
  readonly key: "general" | "communication" | "address" | "foreignTrade";
  readonly fields: readonly PartyField[];
}[] = [
  {
    key: "general",
    fields: [
      "name",
      "name2",
      "searchName",
      "firstName",
      "middleName",
      "lastName",
      "jobTitle",
      "initials",
      "contactType",
      "salespersonCode",
      "purchaserCode",
      "ourContactCode",
      "privacyBlocked",
      "externalId",
    ],
  },
  {
    key: "communication",
    fields: ["phoneNo", "mobilePhoneNo", "email", "homePage", "faxNo", "pager"],
  },
  {
    key: "address",
    fields: ["address", "address2", "postCode", "city", "county", "countryCode"],
  },
  {
    key: "foreignTrade",
    fields: [
      "territoryCode",
      "currencyCode",
      "languageCode",
      "formatRegion",
      "vatRegistrationNo",
      "registrationNo",
    ],
  },
];

/** Every field of a party, in groups that fold away. */
export function PartyFields({ kind, party, form }: PartyFieldsProps) {
  const t = useT();
  const own = new Set<PartyField>(fieldsOfKind[kind]);
  return groups.map(({ key, fields }) => {
    const shown = fields.filter((field) => own.has(field));
    if (shown.length === 0) return null;
    return (
      <CardGroup
        key={key}
        name={`parties.${key}`}
        titleKey={`parties.card.${key}`}
        startsFolded={key === "foreignTrade"}
        summary={shown
          .slice(0, 4)
          .flatMap((field) => (typeof form.values[field] === "string" ? [String(form.values[field])] : []))
          .join(" · ")}
      >
        {key === "general" && (
          <TextField
            label={t("fields.no")}
            required
            maxLength={20}
            {...textOf(form.field("no"))}
            onChange={(value) => form.field("no").onChange(value?.toUpperCase() ?? null)}
          />
        )}
        {shown.map((field) => (
          <Field key={field} name={field} form={form} />
        ))}
        {key === "general" && hasPrimaryContact(kind) && (
          <PrimaryContact kind={kind} party={party} form={form} />
        )}
      </CardGroup>
    );
  });
}

const textOf = (binding: FieldBinding<unknown>) => binding as FieldBinding<string | null>;

function Field({ name, form }: { readonly name: PartyField; readonly form: FieldsForm }) {
  const t = useT();
  const may = useMay();
  const label = t(`fields.${name}` as TextKey);
  const binding = form.field(name);
  if (name === "contactType")
    return (
      <EnumField
        label={label}
        required
        choices={contactTypeChoices}
        {...(binding as FieldBinding<"company" | "person" | null>)}
      />
    );
  if (name === "privacyBlocked")
    return (
      <SwitchField
        label={label}
        disabled={!may("privacy.manage")}
        {...(binding as FieldBinding<boolean | null>)}
      />
    );
  if (name in sources)
    return <Code label={label} source={sources[name as PartyReferenceField]} binding={textOf(binding)} />;
  if (name === "postCode") return <PostCode label={label} form={form} />;
  return (
    <TextField
      label={label}
      maxLength={length[name as PartyTextField]}
      type={types[name] ?? "text"}
      {...(name === "externalId" && { description: t("parties.card.externalIdText") })}
      {...textOf(binding)}
    />
  );
}

/** Fills in the rest of the address when it is left. */
function PostCode({ label, form }: { readonly label: string; readonly form: FieldsForm }) {
  const t = useT();
  const fill = usePostCodeFilling();
  const binding = textOf(form.field("postCode"));
  const { countryCode = null, city = null, county = null } = form.values as Partial<Locality>;

  async function leave(): Promise<void> {
    binding.onBlur();
    const filled = await fill({ postCode: binding.value, countryCode, city, county });
    if (Object.keys(filled).length > 0) form.set(filled);
  }

  return (
    <TextField
      label={label}
      description={t("contacts.details.addresses.postCodeHint")}
      maxLength={length.postCode}
      {...binding}
      onBlur={() => void leave()}
    />
  );
}

function Code(props: {
  readonly label: string;
  readonly description?: string;
  readonly source: LookupSource;
  readonly binding: FieldBinding<string | null>;
}) {
  const { label, source, binding, description } = props;
  return (
    <LookupField
      label={label}
      description={description}
      source={source}
      valueLabel={useLabel(source, binding.value)}
      {...binding}
    />
  );
}

/** Who is talked to: chosen among the contacts of the party, or written as a name. */
function PrimaryContact({ kind, party, form }: PartyFieldsProps) {
  const t = useT();
  const isLinked = party.contactNo !== null;
  return (
    <>
      <Code
        label={t("parties.card.primary")}
        description={t(isLinked ? "parties.card.primaryTextLinked" : "parties.card.primaryText")}
        source={primaryContactSource(kind, party.no, isLinked)}
        binding={textOf(form.field("primaryContactNo"))}
      />
      <TextField
        label={t("fields.contactName")}
        description={isLinked ? t("parties.card.contactNameText") : undefined}
        maxLength={length.contactName}
        {...textOf(form.field("contactName"))}
      />
    </>
  );
}

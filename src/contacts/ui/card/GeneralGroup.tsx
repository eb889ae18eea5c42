import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { type Contact, createContact } from "#contacts/contacts.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { CodeField } from "../CodeField.tsx";
import { activeSalespersonSource, companySource, territorySource } from "../lookups.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";
import { Inherited } from "./InheritedMark.tsx";

/** Name, company, who looks after the contact. */
export function GeneralGroup({ contact, company, form, inherited }: GroupProps) {
  const t = useT();
  const isPerson = contact.type === "person";
  const { values } = form;
  return (
    <CardGroup
      name="contacts.general"
      titleKey="contacts.card.general"
      summary={summaryOf(
        values.name,
        isPerson ? contact.companyName : null,
        salespersonOf(contact, values.salespersonCode),
      )}
    >
      <TextField
        label={t("fields.name")}
        required
        maxLength={length.name}
        {...form.field("name")}
        {...(isPerson ? { onChange: (name) => form.typeName({ name }) } : {})}
      />
      {isPerson && <CompanyField contact={contact} form={form} />}
      {isPerson && (
        <TextField label={t("fields.jobTitle")} maxLength={length.jobTitle} {...form.field("jobTitle")} />
      )}
      <Inherited company={company} isInherited={inherited.has("salespersonCode")}>
        <CodeField
          label={t("fields.salespersonCode")}
          source={activeSalespersonSource}
          known={{ value: contact.salespersonCode, label: contact.salespersonName }}
          {...form.field("salespersonCode")}
        />
      </Inherited>
      <Inherited company={company} isInherited={inherited.has("territoryCode")}>
        <CodeField
          label={t("fields.territoryCode")}
          source={territorySource}
          {...form.field("territoryCode")}
        />
      </Inherited>
      <TextField label={t("fields.name2")} maxLength={length.name2} {...form.field("name2")} />
      <TextField label={t("fields.searchName")} maxLength={length.searchName} {...form.field("searchName")} />
      <TextField label={t("fields.no")} required maxLength={length.no} {...form.field("no")} />
    </CardGroup>
  );
}

/** The name where the record brings it along; of one chosen since, the code. */
function salespersonOf(contact: Contact, code: string | null | undefined): string | null {
  return code === contact.salespersonCode ? (contact.salespersonName ?? code) : (code ?? null);
}

function CompanyField({ contact, form }: Pick<GroupProps, "contact" | "form">) {
  const t = useT();
  const ui = useUi();
  const binding = form.field("companyNo");

  async function create(name: string): Promise<void> {
    const created = await ui.call(createContact, { body: { type: "company", name } });
    if (!created) return;
    binding.onChange(created.result.no);
    ui.showSuccess(t("contacts.new.created", { name }));
  }

  return (
    <LookupField
      label={t("contacts.new.company")}
      source={companySource}
      {...binding}
      valueLabel={binding.value === contact.companyNo ? contact.companyName : undefined}
      onCreate={(name) => {
        if (name !== "") void create(name);
      }}
    />
  );
}

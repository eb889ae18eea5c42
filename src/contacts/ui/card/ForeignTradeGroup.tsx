import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { CodeField } from "../CodeField.tsx";
import { currencySource, languageSource } from "../lookups.ts";
import { type GroupProps, summaryOf } from "./ContactDetails.tsx";
import { Inherited } from "./InheritedMark.tsx";

/** Language, and of a company currency and official numbers. */
export function ForeignTradeGroup({ contact, company, form, inherited }: GroupProps) {
  const t = useT();
  const { values } = form;
  return (
    <CardGroup
      name="contacts.foreignTrade"
      titleKey="contacts.card.foreignTrade"
      startsFolded
      summary={summaryOf(values.languageCode, values.currencyCode, values.vatRegistrationNo)}
    >
      <Inherited company={company} isInherited={inherited.has("languageCode")}>
        <CodeField label={t("fields.languageCode")} source={languageSource} {...form.field("languageCode")} />
      </Inherited>
      <Inherited company={company} isInherited={inherited.has("formatRegion")}>
        <TextField
          label={t("fields.formatRegion")}
          maxLength={length.formatRegion}
          {...form.field("formatRegion")}
        />
      </Inherited>
      {contact.type === "company" && (
        <>
          <CodeField
            label={t("fields.currencyCode")}
            source={currencySource}
            {...form.field("currencyCode")}
          />
          <TextField
            label={t("fields.vatRegistrationNo")}
            maxLength={length.vatRegistrationNo}
            {...form.field("vatRegistrationNo")}
          />
          <TextField
            label={t("fields.registrationNo")}
            maxLength={length.registrationNo}
            {...form.field("registrationNo")}
          />
        </>
      )}
    </CardGroup>
  );
}

import type { consentWarningTexts as english } from "./texts.en.ts";

export const consentWarningTexts: typeof english = {
  consent_refused_email: "Kontakti on kieltänyt sähköpostin: {{purposes}}.",
  consent_refused_phone: "Kontakti on kieltänyt puhelut: {{purposes}}.",
  consent_refused_letter: "Kontakti on kieltänyt kirjeet: {{purposes}}.",
  consent_refused_message: "Kontakti on kieltänyt tekstiviestit: {{purposes}}.",
  consent_missing_email: "Kontaktilta ei ole suostumusta sähköpostiin eikä kieltoa.",
  consent_missing_phone: "Kontaktilta ei ole suostumusta puheluihin eikä kieltoa.",
  consent_missing_letter: "Kontaktilta ei ole suostumusta kirjeisiin eikä kieltoa.",
  consent_missing_message: "Kontaktilta ei ole suostumusta tekstiviesteihin eikä kieltoa.",
};

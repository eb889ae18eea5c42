import type { historyFieldTexts as english } from "./field-texts.en.ts";

export const historyFieldTexts: typeof english = {
  dateTime: "Päivä ja aika",
  contactExternalId: "Kontaktin ulkoinen tunnus",
  contactEmail: "Kontaktin sähköposti",
  contactPhone: "Kontaktin puhelin",
  contactName: "Kontaktin nimi",
  attemptFailed: "Yhteydenotto epäonnistui",
  durationSec: "Kesto sekunteina",
};

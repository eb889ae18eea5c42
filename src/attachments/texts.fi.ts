import type { AttachmentsTexts } from "./texts.en.ts";

export const attachmentsTexts = {
  fields: {
    attachmentNo: "Liite",
    fileName: "Tiedoston nimi",
  },
  problems: {
    attachment_storage:
      "Liitteiden säilytyspaikkaan ei saada yhteyttä tai se on täynnä. Mitään ei muutettu. Kerro asiasta ylläpitäjälle ja yritä uudelleen.",
    attachment_missing: "Tiedostoa ei enää ole liitteiden säilytyspaikassa. Kerro asiasta ylläpitäjälle.",
    attachment_damaged: "Tiedoston sisältö ei enää ole se, joka tallennettiin. Kerro asiasta ylläpitäjälle.",
    attachment_upload_broken: "Lataus katkesi. Mitään ei tallennettu. Yritä uudelleen.",
    attachment_no_preview: "Tällaista tiedostoa ei näytetä täällä. Lataa se.",
    attachment_read_only: "Liite kuuluu kirjattuun vuorovaikutukseen eikä sitä voi muuttaa.",
    no_attachment_here: "Tässä ei ole liitettä.",
    wizard_action_not_allowed:
      "Tämä toiminto ei sovi mallin oletuskielen sisältöön. Valitse toinen toiminto tai muuta sisältöä.",
    delivery_not_available: "Paperitoimitus ei ole vielä käytössä. Kirjaa lähettämättä.",
  },
} satisfies AttachmentsTexts;

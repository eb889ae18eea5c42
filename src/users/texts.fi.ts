import type { usersTexts as english } from "./texts.en.ts";

export const usersProblems: typeof english.problems = {
  token_invalid: "API-avain on tuntematon, vanhentunut tai mitätöity.",
  sign_in_failed: "Käyttäjätunnus tai salasana on väärin.",
  too_many_attempts:
    "Liian monta epäonnistunutta kertaa. Yritä uudelleen {{retryAfterSeconds}} sekunnin kuluttua.",
  session_required: "Tämä koskee sisään kirjautunutta henkilöä, eikä sitä voi tehdä API-avaimella.",
  session_not_found: "Tämä istunto on jo päättynyt.",
  password_wrong: "Vanha salasana on väärin.",
  password_too_short: "Käytä vähintään {{minimum}} merkkiä. Useasta sanasta tulee hyvä salasana.",
  password_too_long: "Käytä enintään {{maximum}} merkkiä.",
  password_is_name: "Salasana ei saa olla käyttäjätunnus eikä sähköpostiosoite.",
  password_too_common: "Tätä salasanaa kuka tahansa arvaisi ensimmäisten joukossa. Valitse toinen.",
  link_invalid:
    "Linkki on jo käytetty tai se ei ole enää voimassa. Pyydä uusi linkki järjestelmänvalvojalta.",
  user_not_found: "Käyttäjää ei löydy.",
  user_disabled: "Käyttäjä on poistettu käytöstä. Ota käyttäjä ensin käyttöön.",
  user_name_format: "Käyttäjätunnuksessa ei saa olla välilyöntejä eikä @-merkkiä.",
  user_name_taken: "Käyttäjätunnus on jo toisella käyttäjällä.",
  user_email_taken: "Sähköpostiosoite on jo toisella käyttäjällä.",
  user_salesperson_taken: "Myyjä on jo liitetty toiseen käyttäjään.",
  salesperson_blocked: "Myyjä {{salespersonCode}} on estetty. Valitse toinen myyjä.",
  last_admin:
    "Tämä on viimeinen käytössä oleva järjestelmänvalvoja. Tee ensin toisesta käyttäjästä järjestelmänvalvoja.",
  rights_exceed_own: "Kukaan ei voi antaa oikeuksia, joita hänellä itsellään ei ole: {{rights}}.",
  token_for_address_book: "Tämä avain avaa vain osoitekirjan (CardDAV), ei mitään muuta.",
  token_not_found: "API-avainta ei löydy.",
  token_exceeds_user: "Käyttäjällä {{userName}} on vähemmän oikeuksia kuin avaimella olisi: {{rights}}.",
  right_not_in_role: "Rooliin {{role}} ei kuulu oikeutta {{right}}.",
  expiry_past: "Vanhenemishetki on menneisyydessä.",
};

export const usersFields: typeof english.fields = {
  userName: "Käyttäjätunnus",
  fullName: "Koko nimi",
  email: "Sähköposti",
  role: "Rooli",
  rights: "Oikeudet",
  extraRights: "Lisäoikeudet",
  salespersonCode: "Myyjä",
  language: "Kieli",
  theme: "Teema",
  disabled: "Poistettu käytöstä",
  password: "Salasana",
  oldPassword: "Vanha salasana",
  newPassword: "Uusi salasana",
  expiresAt: "Vanhenee",
};

export const usersRoles: typeof english.roles = {
  admin: "Järjestelmänvalvoja",
  crmAdmin: "CRM-pääkäyttäjä",
  marketer: "Markkinoija",
  crmUser: "CRM-käyttäjä",
  viewer: "Lukija",
  integration: "Integraatio",
};

export const usersTexts: typeof english = {
  problems: usersProblems,
  fields: usersFields,
  roles: usersRoles,
};

import type { salespeopleTexts as english } from "./texts.en.ts";

export const salespeopleProblems: typeof english.problems = {
  salesperson_email: "Kentässä ”{{field}}” on oltava yksi sähköpostiosoite.",
  salesperson_blocked: "Myyjä {{salespersonCode}} on estetty. Valitse toinen myyjä.",
  salesperson_privacy_blocked:
    "Myyjä {{salespersonCode}} on estetty tietosuojan vuoksi. Valitse toinen myyjä.",
  salesperson_has_contacts: "Myyjällä {{salespersonCode}} on kontakteja. Valitse, kuka ottaa ne hoitaakseen.",
  salesperson_in_log:
    "Vuorovaikutuslokissa on myyjän {{salespersonCode}} tapahtumia. Estä myyjä, älä poista.",
  salesperson_on_segments:
    "Myyjä {{salespersonCode}} on segmenteissä tai niiden riveillä. Anna ne ensin toiselle.",
  salesperson_open_tasks: "Myyjällä {{salespersonCode}} on avoimia tehtäviä. Anna ne ensin toiselle.",
  salesperson_open_opportunities:
    "Myyjällä {{salespersonCode}} on avoimia mahdollisuuksia. Anna ne ensin toiselle.",
  salesperson_of_user:
    "Myyjä {{salespersonCode}} on liitetty käyttäjään. Valitse käyttäjälle ensin toinen myyjä.",
  salesperson_is_default: "{{salespersonCode}} on oletusmyyjä. Valitse ensin toinen oletusmyyjä.",
};

export const salespeopleFields: typeof english.fields = {
  salespersonCode: "Myyjä",
  jobTitle: "Tehtävänimike",
  email: "Sähköposti",
  email2: "Sähköposti 2",
  phoneNo: "Puhelinnro",
  commissionPercent: "Provisio-%",
  privacyBlocked: "Estetty tietosuojan vuoksi",
  blocked: "Estetty",
  reassignTo: "Kontaktien uusi myyjä",
};

export const salespeopleTexts: typeof english = {
  problems: salespeopleProblems,
  fields: salespeopleFields,
};

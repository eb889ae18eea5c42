/** The jobs people have, in the languages of their visiting cards. */
export type JobRow = {
  fi: string;
  en: string;
  sv: string;
  organizationalLevelCode: string;
  jobResponsibilityCodes: string[];
};

export const jobs = {
  ceo: job("Toimitusjohtaja", "Managing director", "Verkställande direktör", "CEO", []),
  owner: job("Omistaja", "Owner", "Ägare", "CEO", ["PURCHASE"]),
  cfo: job("Talousjohtaja", "Finance director", "Ekonomichef", "EXEC", ["FINANCE"]),
  hr: job("Henkilöstöpäällikkö", "HR manager", "Personalchef", "MIDDLE", ["HR"]),
  buyer: job("Hankintapäällikkö", "Purchasing manager", "Inköpschef", "MIDDLE", ["PURCHASE"]),
  purchaser: job("Ostaja", "Buyer", "Inköpare", "SPECIAL", ["PURCHASE"]),
  facility: job("Toimitilapäällikkö", "Facilities manager", "Lokalchef", "MIDDLE", ["FACILITY"]),
  property: job("Kiinteistöpäällikkö", "Property manager", "Fastighetschef", "MIDDLE", ["FACILITY"]),
  office: job("Toimistopäällikkö", "Office manager", "Kontorschef", "MIDDLE", ["FACILITY", "PURCHASE"]),
  assistant: job("Johdon assistentti", "Executive assistant", "Direktionsassistent", "STAFF", ["FACILITY"]),
  ledger: job("Ostoreskontra", "Accounts payable", "Leverantörsreskontra", "STAFF", ["FINANCE"]),
  it: job("Tietohallintopäällikkö", "IT manager", "IT-chef", "MIDDLE", ["IT"]),
  hotel: job("Hotellinjohtaja", "Hotel manager", "Hotellchef", "EXEC", ["OPERATION"]),
  reception: job("Vastaanottopäällikkö", "Front office manager", "Receptionschef", "MIDDLE", ["OPERATION"]),
  operations: job("Operatiivinen johtaja", "Operations director", "Operativ chef", "EXEC", ["OPERATION"]),
  restaurant: job("Ravintolapäällikkö", "Restaurant manager", "Restaurangchef", "MIDDLE", ["OPERATION"]),
  architect: job("Arkkitehti", "Architect", "Arkitekt", "SPECIAL", ["DESIGN"]),
  designer: job("Sisustusarkkitehti", "Interior designer", "Inredningsarkitekt", "SPECIAL", ["DESIGN"]),
  lighting: job("Valaistussuunnittelija", "Lighting designer", "Ljusdesigner", "SPECIAL", ["DESIGN"]),
  project: job("Projektipäällikkö", "Project manager", "Projektledare", "MIDDLE", ["OPERATION"]),
  marketing: job("Markkinointipäällikkö", "Marketing manager", "Marknadschef", "MIDDLE", ["MARKETING"]),
  store: job("Myymäläpäällikkö", "Store manager", "Butikschef", "MIDDLE", ["PURCHASE", "OPERATION"]),
  principal: job("Rehtori", "Principal", "Rektor", "CEO", ["OPERATION"]),
  practice: job("Vastaanoton esihenkilö", "Practice manager", "Mottagningschef", "MIDDLE", ["OPERATION"]),
  factory: job("Tehtaanjohtaja", "Plant manager", "Fabrikschef", "EXEC", ["OPERATION"]),
  warehouse: job("Varastopäällikkö", "Warehouse manager", "Lagerchef", "MIDDLE", ["OPERATION"]),
  janitor: job("Huoltomies", "Caretaker", "Fastighetsskötare", "STAFF", ["FACILITY"]),
  editor: job("Toimittaja", "Journalist", "Redaktör", "SPECIAL", ["MARKETING"]),
  consultant: job("Työympäristökonsultti", "Workplace consultant", "Arbetsplatskonsult", "SPECIAL", [
    "DESIGN",
  ]),
} satisfies Record<string, JobRow>;

export type JobKey = keyof typeof jobs;

function job(
  fi: string,
  en: string,
  sv: string,
  organizationalLevelCode: string,
  jobResponsibilityCodes: string[],
): JobRow {
  return { fi, en, sv, organizationalLevelCode, jobResponsibilityCodes };
}

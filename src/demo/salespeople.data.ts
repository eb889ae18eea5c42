import type { DemoLanguage, DemoSalesperson } from "./demo.types.ts";

type SalespersonRow = Omit<DemoSalesperson, "jobTitle"> & { en: string; fi: string };

const salespersonRows: readonly SalespersonRow[] = [
  row("AK", "Aino Kettukangas", "Key account manager", "Asiakkuuspäällikkö", "0111", 2.5),
  row("OH", "Oskari Haapavesi", "Sales manager, hotels", "Myyntipäällikkö, hotellit", "0112", 3),
  row("HR", "Helmi Rautapuro", "Regional sales, East and North", "Aluemyyjä, Itä ja Pohjoinen", "0113", 2.5),
  row("ES", "Eero Suvilampi", "Service and installation", "Huolto ja asennus", "0114", 0),
  row("PW", "Priya Whitlock", "Export manager", "Vientipäällikkö", "0115", 3),
  row("TA", "Tom Ashgrove", "Sales, United Kingdom", "Myynti, Iso-Britannia", "0116", 3),
  row("ML", "Maeve Larkspur", "Marketing and events", "Markkinointi ja tapahtumat", "0117", 0),
  row("VK", "Veikko Kuusniemelä", "Regional sales (retired)", "Aluemyyjä (eläkkeellä)", "0118", 2, true),
];

/** Who answers complaints and goes out to repair. */
export const SERVICE = "ES";
/** Who sends the newsletters and stands at the fairs. */
export const MARKETING = "ML";
/** Looked after the west until retiring; the log still shows it. */
export const RETIRED = "VK";

export function salespeople(language: DemoLanguage): DemoSalesperson[] {
  return salespersonRows.map(({ en, fi, ...rest }) => ({ ...rest, jobTitle: language === "fi" ? fi : en }));
}

function row(
  code: string,
  name: string,
  en: string,
  fi: string,
  lastDigits: string,
  commission: number,
  blocked = false,
): SalespersonRow {
  const mailbox = name.toLowerCase().replaceAll("ä", "a").replace(" ", ".");
  const phone = `+358 3 555 ${lastDigits}`;
  return { code, name, en, fi, email: `${mailbox}@tuomiwren.example`, phone, commission, blocked };
}

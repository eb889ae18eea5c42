export type ProductFamily = "pod" | "desk" | "seat" | "panel" | "light" | "locker" | "bed";

/** What Tuomi & Wren make. Finnish sentences need the forms: 6 *koppia*, *kopit* tulivat, *koppien* toimitus. */
export type ProductRow = {
  family: ProductFamily;
  en: { one: string; many: string };
  fi: { one: string; partitive: string; many: string; genitive: string };
  unitPrice: number;
  quantity: readonly [low: number, high: number];
  /** Industry groups that buy it; none for all. */
  industries: readonly string[];
};

const OFFICES = ["TECH", "FINANCE", "ENERGY", "INDUSTRY", "LOGIST", "CONSTR", "EDU", "HEALTH", "DESIGN"];

export const products: readonly ProductRow[] = [
  {
    family: "pod",
    en: { one: "Kaarna pod", many: "Kaarna pods" },
    fi: { one: "Kaarna-koppi", partitive: "Kaarna-koppia", many: "Kaarna-kopit", genitive: "Kaarna-koppien" },
    unitPrice: 4850,
    quantity: [2, 8],
    industries: OFFICES,
  },
  {
    family: "pod",
    en: { one: "Pesä phone booth", many: "Pesä phone booths" },
    fi: {
      one: "Pesä-puhelinkoppi",
      partitive: "Pesä-puhelinkoppia",
      many: "Pesä-puhelinkopit",
      genitive: "Pesä-puhelinkoppien",
    },
    unitPrice: 3990,
    quantity: [2, 10],
    industries: OFFICES,
  },
  {
    family: "desk",
    en: { one: "Niitty desk", many: "Niitty desks" },
    fi: {
      one: "Niitty-pöytä",
      partitive: "Niitty-pöytää",
      many: "Niitty-pöydät",
      genitive: "Niitty-pöytien",
    },
    unitPrice: 690,
    quantity: [6, 60],
    industries: OFFICES,
  },
  {
    family: "seat",
    en: { one: "Kaisla chair", many: "Kaisla chairs" },
    fi: {
      one: "Kaisla-tuoli",
      partitive: "Kaisla-tuolia",
      many: "Kaisla-tuolit",
      genitive: "Kaisla-tuolien",
    },
    unitPrice: 315,
    quantity: [10, 120],
    industries: [],
  },
  {
    family: "panel",
    en: { one: "Sammal panel", many: "Sammal panels" },
    fi: {
      one: "Sammal-paneeli",
      partitive: "Sammal-paneelia",
      many: "Sammal-paneelit",
      genitive: "Sammal-paneelien",
    },
    unitPrice: 128,
    quantity: [20, 150],
    industries: [],
  },
  {
    family: "light",
    en: { one: "Kuulas pendant", many: "Kuulas pendants" },
    fi: {
      one: "Kuulas-valaisin",
      partitive: "Kuulas-valaisinta",
      many: "Kuulas-valaisimet",
      genitive: "Kuulas-valaisinten",
    },
    unitPrice: 245,
    quantity: [8, 90],
    industries: [],
  },
  {
    family: "light",
    en: { one: "Tuike lamp", many: "Tuike lamps" },
    fi: {
      one: "Tuike-lamppu",
      partitive: "Tuike-lamppua",
      many: "Tuike-lamput",
      genitive: "Tuike-lamppujen",
    },
    unitPrice: 139,
    quantity: [20, 180],
    industries: ["HOTEL", "RETAIL", "DESIGN"],
  },
  {
    family: "seat",
    en: { one: "Suvanto sofa", many: "Suvanto sofas" },
    fi: {
      one: "Suvanto-sohva",
      partitive: "Suvanto-sohvaa",
      many: "Suvanto-sohvat",
      genitive: "Suvanto-sohvien",
    },
    unitPrice: 1890,
    quantity: [2, 16],
    industries: ["HOTEL", "HEALTH", "DESIGN", "RETAIL", "FINANCE"],
  },
  {
    family: "locker",
    en: { one: "Lokero locker", many: "Lokero lockers" },
    fi: {
      one: "Lokero-kaappi",
      partitive: "Lokero-kaappia",
      many: "Lokero-kaapit",
      genitive: "Lokero-kaappien",
    },
    unitPrice: 420,
    quantity: [8, 48],
    industries: ["EDU", "INDUSTRY", "HEALTH", "LOGIST", "TECH"],
  },
  {
    family: "bed",
    en: { one: "Aurinko headboard", many: "Aurinko headboards" },
    fi: {
      one: "Aurinko-pääty",
      partitive: "Aurinko-päätyä",
      many: "Aurinko-päädyt",
      genitive: "Aurinko-päätyjen",
    },
    unitPrice: 520,
    quantity: [12, 80],
    industries: ["HOTEL"],
  },
  {
    family: "seat",
    en: { one: "Lastu stacking chair", many: "Lastu stacking chairs" },
    fi: { one: "Lastu-tuoli", partitive: "Lastu-tuolia", many: "Lastu-tuolit", genitive: "Lastu-tuolien" },
    unitPrice: 149,
    quantity: [24, 200],
    industries: ["EDU", "HOTEL", "FOOD", "RETAIL"],
  },
];

export function productsFor(industry: string): readonly ProductRow[] {
  return products.filter(({ industries }) => industries.length === 0 || industries.includes(industry));
}

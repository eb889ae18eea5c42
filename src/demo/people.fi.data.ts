import type { JobKey } from "./jobs.data.ts";

export type PersonRow = readonly [name: string, job: JobKey];

/**
 * Who works at the Finnish companies, the one we usually talk to first. Believable names, invented people.
 * Easily confused on purpose: Mäkinen and Makinen, and a Virtanen in several houses.
 */
export const finnishPeople: Record<string, readonly PersonRow[]> = {
  kuutamolahti: [
    ["Outi Kivelä", "buyer"],
    ["Jari Hietaranta", "hotel"],
    ["Sanna-Mari Virtanen", "designer"],
    ["Pekka Lampela", "property"],
    ["Tuula Ojanperä", "ledger"],
    ["Noora Salmela", "reception"],
    ["Antti Rajaniemi", "restaurant"],
    ["Maarit Vuorela", "ceo"],
  ],
  lumivaara: [
    ["Jukka Mäkinen", "facility"],
    ["Päivi Koskela", "hr"],
    ["Timo Väänänen", "warehouse"],
    ["Ritva Aaltola", "ledger"],
  ],
  saarniharju: [
    ["Kirsi Hakkarainen", "office"],
    ["Ville Tuominiemi", "it"],
    ["Marko Sillanpää", "cfo"],
    ["Elina Rask", "purchaser"],
  ],
  terhokoski: [
    ["Heikki Nurmela", "factory"],
    ["Anu Pöllänen", "buyer"],
    ["Sami Leppäkoski", "janitor"],
    ["Leena Hirvonen", "ledger"],
  ],
  hopeaniitty: [
    ["Eeva Ylitalo", "buyer"],
    ["Mikko Rintala", "factory"],
    ["Saara Kangasmäki", "hr"],
  ],
  karhunkivi: [
    ["Janne Kääriäinen", "project"],
    ["Tiina Lohela", "buyer"],
    ["Risto Pietilä", "ceo"],
    ["Hanna Syrjälä", "ledger"],
  ],
  sinilehto: [
    ["Katariina Hyvönen", "operations"],
    ["Petri Ruotsala", "property"],
  ],
  vaskisaari: [
    ["Tapio Laaksonen", "facility"],
    ["Mervi Uusitalo", "buyer"],
    ["Jaana Kallio", "assistant"],
  ],
  otavanranta: [
    ["Ulla Tervonen", "principal"],
    ["Kari Liukkonen", "property"],
    ["Johanna Mäkinen", "office"],
  ],
  kanervakangas: [
    ["Seppo Keränen", "facility"],
    ["Minna Väyrynen", "hr"],
    ["Olli Karppinen", "it"],
    ["Raija Heikura", "ledger"],
  ],
  pohjanlumi: [
    ["Inka Aihkimo", "hotel"],
    ["Juha Poikela", "buyer"],
    ["Sirpa Kumpula", "reception"],
    ["Lauri Tievarinne", "restaurant"],
  ],
  hillasuo: [
    ["Emmi Haavisto", "office"],
    ["Joonas Virtanen", "it"],
    ["Laura Peltomaa", "hr"],
    ["Niko Saarela", "ceo"],
  ],
  kaarnapolku: [
    ["Ilona Tammisto", "architect"],
    ["Markus Weckström", "designer"],
    ["Aada Lehtovaara", "designer"],
    ["Henrik Ahlbäck", "lighting"],
  ],
  tyrnilahti: [
    ["Susanna Hovila", "facility"],
    ["Erkki Pajunen", "cfo"],
    ["Anni Kuusela", "assistant"],
    ["Teemu Rautanen", "project"],
  ],
  mesiheina: [
    ["Marjut Seppälä", "practice"],
    ["Arto Hiltunen", "ceo"],
    ["Heli Jokiranta", "purchaser"],
  ],
  rautahelmi: [
    ["Pasi Vainio", "factory"],
    ["Kaisa Honkala", "office"],
  ],
  utusaunala: [
    ["Hannele Tiainen", "hotel"],
    ["Esa Makkonen", "janitor"],
  ],
  ahvenkari: [
    ["Börje Sandnäs", "ceo"],
    ["Sari Kinnunen", "office"],
  ],
  tuulenhalma: [
    ["Mika Tuomela", "project"],
    ["Riikka Salonen", "office"],
  ],
  revonkallio: [
    ["Venla Kettunen", "office"],
    ["Aleksi Huhta", "ceo"],
    ["Iida Rantanen", "hr"],
  ],
  ketunleivos: [
    ["Terhi Paakkonen", "operations"],
    ["Jesse Niemi", "restaurant"],
    ["Sofia Alakorpi", "marketing"],
  ],
  vaahterakuja: [
    ["Marja-Leena Turunen", "owner"],
    ["Tero Pykäläinen", "it"],
  ],
  suopursu: [
    ["Veijo Kemppi", "factory"],
    ["Arja Muukka", "ledger"],
  ],
  kivikukka: [
    ["Anna Mäkelä", "property"],
    ["Tommi Järvelin", "project"],
    ["Eija Rossi", "ledger"],
    ["Kalle Vesterholm", "ceo"],
  ],
  majakkanokka: [
    ["Harri Suikki", "operations"],
    ["Nina Pitkäranta", "office"],
  ],
  sarastusniemi: [
    ["Hanna-Kaisa Erkkilä", "facility"],
    ["Jouni Mattila", "buyer"],
    ["Piia Öhman", "hr"],
    ["Lasse Toivola", "ledger"],
  ],
  pihlajavirta: [
    ["Kimmo Pihlaja", "store"],
    ["Tarja Lehtiö", "purchaser"],
    ["Oona Kaukoranta", "marketing"],
  ],
  kotopesala: [["Camilla Enqvist", "owner"]],
  harmaalepikko: [
    ["Vesa Pohjola", "principal"],
    ["Merja Aho", "purchaser"],
  ],
  yokehra: [
    ["Miro Lindeman", "owner"],
    ["Eveliina Harju", "reception"],
  ],
  akasvirta: [["Reijo Ryynänen", "facility"]],
  orvokkipiha: [
    ["Liisa Virtanen", "operations"],
    ["Pirkko Salo", "practice"],
    ["Jarkko Ilves", "janitor"],
  ],
  nakkilinna: [
    ["Markku Haapala", "factory"],
    ["Suvi Kuismin", "buyer"],
  ],
  jaakukka: [
    ["Juhani Mäenpää", "ceo"],
    ["Kati Lindroos", "office"],
  ],
  valokaarre: [
    ["Pauliina Ekholm", "lighting"],
    ["Santeri Vuori", "designer"],
  ],
  kuusisampo: [
    ["Eino Määttä", "factory"],
    ["Ulpu Kurtti", "office"],
  ],
  hamarantahti: [["Silja Nyholm", "project"]],
  lokinlento: [
    ["Maija Forsström", "office"],
    ["Roope Lehto", "marketing"],
  ],
  mustikkasuo: [
    ["Tuomas Yrjänä", "consultant"],
    ["Jenni Määttälä", "office"],
    ["Otto Vikman", "ceo"],
  ],
  talvipaiva: [["Anneli Kitinen", "hotel"]],
  virtanenlahdenpera: [
    ["Kristiina Lahdenperä", "owner"],
    ["Matti Virtanen", "owner"],
    ["Lotta Sundqvist", "assistant"],
  ],
  tilkkupilvi: [
    ["Niina Hakala", "operations"],
    ["Jonna Vilén", "purchaser"],
  ],
  makisenmaki: [
    ["Raimo Mäkinen", "owner"],
    ["Satu Ojala", "store"],
    ["Toni Kivimäki", "marketing"],
  ],
  skarvinden: [
    ["Gunilla Backlund", "hotel"],
    ["Johan Söderholm", "restaurant"],
    ["Annika Sjöstrand", "buyer"],
    ["Kjell Österbacka", "janitor"],
  ],
  bjorkuddsgarden: [
    ["Stefan Nygård", "factory"],
    ["Carola Häggblom", "office"],
  ],
  strommingsudda: [["Monica Lindholm", "owner"]],
  kivikukka2: [["Anna Makela", "property"]],
  makinenkone: [
    ["Erik Makinen", "owner"],
    ["Jukka Makinen", "factory"],
  ],
};

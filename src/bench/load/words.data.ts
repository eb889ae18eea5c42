/** Invented names and phrases, put together by number. */

export const firstNames =
  words(`Aada Aino Anni Eerika Elsa Helmi Iida Inka Kaisa Katri Liisa Maija Milla Noora
  Oona Pinja Saara Sanni Tuuli Venla Antti Eero Heikki Ilmari Jaakko Jussi Kalle Lauri Mikko Niilo Olli Paavo Pekka
  Risto Sampo Tapio Toivo Urho Ville Väinö Abigail Amelia Beatrice Charlotte Daisy Eleanor Florence Grace Harriet
  Imogen Jasmine Lucy Matilda Olive Poppy Rosalind Sophie Violet Alfred Arthur Basil Cedric Duncan Edmund Felix
  George Hugh Isaac Jasper Leonard Miles Nathaniel Oscar Percy Rupert Silas Theodore Walter`);

export const surnameStems =
  words(`Aho Halla Harju Hauta Heinä Hiekka Honka Jänkä Järvi Kallio Kangas Karhu Kataja
  Kivi Kokko Korpi Koski Kuusi Laakso Lahti Laine Lampi Lehto Lepo Luoma Manni Metsä Mieto Mäki Niemi Niitty Notko
  Palo Peltola Pihla Pohja Puro Ranta Rauta Saari Salo Suo Suvi Tammi Tervo Tuomi Vaara Vesi Virta Ylä`);
export const surnameEndings = words("nen la kka sto maa lampi harju niemi koski puro");
export const foreignSurnames =
  words(`Ashdown Barrowby Birchall Blackmere Bramwell Brookfield Carrowby Chadderton
  Claymore Coldwell Dunmere Eastlake Fairbrook Fenwold Garthwick Greaveson Hallowell Hawkridge Heathcombe Holmwood
  Kestrell Kingsmere Langthorne Larkfield Lindwood Maplethorpe Marlowe Merrifield Northcote Oakhurst Penhallow
  Quillfeather Ravenhill Redfern Rushworth Sedgwick Silverdale Stonebridge Thornbury Underhill Waverley Westbrook
  Whitcombe Winterbourne Woodmere Wychwood Yardley Yewdale`);

export const companyStarts =
  words(`Aalto Havu Hopea Ilves Jää Kaarna Kanto Karpalo Kelo Kide Kuura Lumo Mänty Napa
  Otso Pilvi Pohjan Rinne Routa Sini Taiga Talvi Terä Tuisku Utu Valo Vuono Amber Anchor Beacon Birch Cedar Cobalt
  Copper Delta Ember Falcon Granite Harbour Indigo Juniper Keystone Lantern Meridian Nimbus Orchard Pinnacle Quarry
  River Summit Tidal Umber Vertex Willow Zephyr`);
export const companyMiddles =
  words(`kone rakenne paino kuljetus sähkö data puu metalli huolto tekniikka pakkaus
  kaluste mittaus valaistus logistiikka Trading Works Systems Foods Tools Paper Marine Textiles Optics Print
  Logistics Supply Engineering Timber Garden`);
export const companyForms = words("Oy Oy Oy Oyj Ky Ltd Ltd AB GmbH Tmi");

export const cities = words(`Aurinkoniemi Harjukylä Hopealahti Jokisuu Kalliola Kiviranta Koivumäki Kuusisaari
  Lehtovaara Mäntykoski Niittylä Pohjanranta Rantamaa Saarijoki Suvilahti Tammela Ashford Brookhaven Clearwater
  Dunmore Elmstead Fairhaven Greenwick Highmoor Kingsbridge Lakeside Millbrook Northfield`);
export const streets =
  words(`Ahokatu Harjutie Hopeakuja Kalliopolku Kaskitie Koivukuja Lehtotie Mäntykatu Niittypolku
  Rantatie Satamakatu Tehtaankatu Vaaratie Ashlane Birchway Churchroad Elmstreet Millroad Parkavenue Stationroad`);

export const phrases = [
  "Asked for a new price list",
  "Wants an offer for next quarter",
  "Delivery was late, promised a refund",
  "Meeting about the yearly contract",
  "Sent the brochure",
  "Called back about the open invoice",
  "Introduced the new model",
  "Did not answer, left a message",
  "Kysyi uutta hinnastoa",
  "Pyysi tarjouksen ensi vuodelle",
  "Toimitus myöhästyi, hyvitys luvattu",
  "Palaveri vuosisopimuksesta",
  "Esite lähetetty",
  "Soitti takaisin avoimesta laskusta",
  "Esiteltiin uusi malli",
  "Ei vastannut, viesti jätetty",
];

/**
 * What interactions are about, the most frequent first: the first word stands in every twelfth entry, the tenth in
 * every 270th, the thousandth in every 8,000th (`pick_skewed` of the load).
 */
export const topics: readonly string[] = companyMiddles.flatMap((middle) =>
  companyStarts.flatMap((start) =>
    surnameEndings.map((ending) => `${start}${middle}${ending}`.toLowerCase()),
  ),
);

// biome-ignore format: a list of words
export const templates = [
  "CALL", "EMAIL", "MEETING", "LETTER", "OFFER", "VISIT", "FAIR", "COMPLAINT", "THANKS", "INVITE",
  "BROCHURE", "DEMO", "TRAINING", "SURVEY", "GIFT", "REMINDER", "CONTRACT", "SUPPORT", "NEWS", "CHAT",
];

export const groups = ["PHONE", "WRITTEN", "PERSONAL", "SALES", "EVENTS", "SERVICE", "MARKETING", "OTHER"];

function words(text: string): string[] {
  return text.split(/\s+/);
}

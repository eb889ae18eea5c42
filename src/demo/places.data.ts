/** Rooms by industry: Finnish in nominative, illative (into) and genitive (of). */
export type PlaceRow = { en: string; fi: { one: string; into: string; of: string } };

const office: PlaceRow[] = [
  place("open-plan office", "avotoimisto", "avotoimistoon", "avotoimiston"),
  place(
    "second-floor office",
    "toisen kerroksen konttori",
    "toisen kerroksen konttoriin",
    "toisen kerroksen konttorin",
  ),
  place("staff canteen", "henkilöstöravintola", "henkilöstöravintolaan", "henkilöstöravintolan"),
  place("boardroom", "johtoryhmän huone", "johtoryhmän huoneeseen", "johtoryhmän huoneen"),
  place("project room", "projektihuone", "projektihuoneeseen", "projektihuoneen"),
  place("entrance lobby", "aula", "aulaan", "aulan"),
];

const hotel: PlaceRow[] = [
  place("lobby bar", "aulabaari", "aulabaariin", "aulabaarin"),
  place("breakfast room", "aamiaissali", "aamiaissaliin", "aamiaissalin"),
  place("conference floor", "kokouskerros", "kokouskerrokseen", "kokouskerroksen"),
  place("fourth-floor rooms", "nelosen huoneet", "nelosen huoneisiin", "nelosen huoneiden"),
  place("restaurant", "ravintolasali", "ravintolasaliin", "ravintolasalin"),
  place("spa lounge", "saunaosasto", "saunaosastolle", "saunaosaston"),
];

const school: PlaceRow[] = [
  place("library", "kirjasto", "kirjastoon", "kirjaston"),
  place("teachers' room", "opettajainhuone", "opettajainhuoneeseen", "opettajainhuoneen"),
  place("assembly hall", "juhlasali", "juhlasaliin", "juhlasalin"),
];

const care: PlaceRow[] = [
  place("waiting room", "odotustila", "odotustilaan", "odotustilan"),
  place("reception", "vastaanotto", "vastaanottoon", "vastaanoton"),
  place("staff room", "taukotila", "taukotilaan", "taukotilan"),
];

const shop: PlaceRow[] = [
  place("showroom", "myymälä", "myymälään", "myymälän"),
  place("window display", "näyteikkuna", "näyteikkunaan", "näyteikkunan"),
  place("new branch", "uusi toimipiste", "uuteen toimipisteeseen", "uuden toimipisteen"),
];

const placesOfIndustry: Record<string, readonly PlaceRow[]> = {
  HOTEL: hotel,
  EDU: school,
  HEALTH: care,
  RETAIL: shop,
};

export function placesOf(industry: string): readonly PlaceRow[] {
  return placesOfIndustry[industry] ?? office;
}

function place(en: string, one: string, into: string, of: string): PlaceRow {
  return { en, fi: { one, into, of } };
}

/** What goes to many on one day: the newsletters of a year, Christmas cards, and the fairs where many meet us. */

export const newsletters = [
  { monthDay: "02-04", fi: "Uutiskirje: hiljaisen työn opas", en: "Newsletter: a guide to quiet work" },
  { monthDay: "04-08", fi: "Uutiskirje: kevään hotellikohteet", en: "Newsletter: hotels of the spring" },
  { monthDay: "06-03", fi: "Uutiskirje: kesän toimitusajat", en: "Newsletter: summer lead times" },
  { monthDay: "09-09", fi: "Uutiskirje: uudet Kuulas-sävyt", en: "Newsletter: new Kuulas colours" },
  { monthDay: "11-11", fi: "Uutiskirje: syksyn näyttelyillat", en: "Newsletter: autumn showroom evenings" },
];

export const christmasCard = {
  monthDay: "12-11",
  fi: "Joulukortti, kuvassa Pellavatehtaan piha",
  en: "Christmas card with our yard in snow",
};

export const fairs = [
  { monthDay: "03-17", fi: "Hiljainen työ -päivät", en: "Quiet Work Days" },
  { monthDay: "10-06", fi: "Majatalomessut", en: "Innkeepers' Fair" },
];

/** Comments people add to what they logged, by what it was about. The placeholders are those of the sentences. */
export type RemarkMood =
  | "talk"
  | "mail"
  | "sent"
  | "offer"
  | "order"
  | "trouble"
  | "care"
  | "lost"
  | "unanswered";

type Remarks = Record<RemarkMood, readonly string[]>;

const remarksFi: Remarks = {
  talk: [
    "Päätöksen tekee käytännössä talousjohtaja. Kannattaa kutsua hänet seuraavaan tapaamiseen.",
    "Kahvihuoneessa on meidän vanhoja tuoleja vuosien takaa, yhä kunnossa. Hyvä tarina esitteeseen.",
    "Pitää suorasta puheesta. Ei esityskalvoja, mieluummin mallipaloja ja kuvia.",
    "Pysäköinti sisäpihalla, portin koodi vastaanotosta.",
    "Lupasin tuotekortit, aikataulun ja yhden referenssin puhelinnumeron.",
    "Heillä on uusi hankintaohje: yli 15 000 euron ostot kilpailutetaan.",
    "Muuttavat mahdollisesti toiseen kerrokseen, mitataan sitten uudestaan.",
    "Parhaiten kiinni ennen yhdeksää. Iltapäivät aina kokouksissa.",
    "Arkkitehti toivoo sävyä ”{colour}”, talo itse jotain vaaleampaa. Viedään molemmat palat.",
    "Kilpailija on käynyt kahdesti. Vahvuutemme on oma asennus.",
    "Jää pian opintovapaalle, sijainen tiedossa ensi kuussa.",
    "Kysyi myös valaistuksesta, vaikka siitä ei ollut puhetta. Seuraavalla kerralla Kuulas mukaan.",
    "Sovittiin, että soitan budjettikokouksen jälkeen.",
    "Tilaa on vähemmän kuin pohjakuvassa: pilari puuttui piirustuksesta.",
    "Haluavat nähdä valmiin kohteen. Ehdotin käyntiä Turussa.",
    "Tunnelma hyvä. Ensimmäinen kerta, kun puhuttiin koko talosta eikä yhdestä huoneesta.",
    "Vuokrasopimus katkolla kahden vuoden päästä, siksi kaiken pitää olla siirrettävää.",
    "Henkilöstökysely teki tästä kiireellisen: melu oli valitusten ykkönen.",
    "Kuulemma edellinen toimittaja ei vastannut puhelimeen. Muistetaan vastata.",
    "Toivoo yhtä yhteyshenkilöä koko hankkeeseen. Lupasin, että se olen minä.",
    "Talossa on koira. Kannattaa varata aikaa.",
    "Käytävä 110 cm, mitattu kahdesti. Kalusteet sisään osina.",
    "Johtoryhmässä on uusi jäsen, joka tuntee meidät edellisestä työpaikastaan.",
    "Ympäristöasiat painavat nyt enemmän kuin hinta. Kierrätys esiin tarjouksessa.",
    "Juttelimme myös mökkeilystä. Veneen moottori on rikki, muista kysyä.",
    "Kokeilujakso olisi oikea tapa edetä, yksi kappale kahdeksi viikoksi.",
  ],
  mail: [
    "Vastattu samana päivänä.",
    "Liitteenä pohjakuva, tallennettu hankkeen kansioon.",
    "Pyytää vastauksen tämän viikon aikana.",
    "Viesti tuli ensin myynnin yhteiseen laatikkoon.",
    "Kuvia kahdeksan, hyvälaatuisia.",
  ],
  sent: [
    "Tarkistin tiedot tuotannosta ennen lähettämistä.",
    "Kopio kollegalle, joka jatkaa tästä lomani ajan.",
    "Soitan perään ensi viikolla.",
    "Liite tallennettu hankkeen kansioon.",
    "Pyysi lähettämään myös vahtimestarille.",
  ],
  offer: [
    "Rahti laskettu kahdelle kuormalle, yhdellä tulee edullisemmaksi jos aikataulu joustaa.",
    "Alennus sovittu myyntijohdon kanssa. Ei lisää.",
    "Optiona huoltosopimus kolmeksi vuodeksi.",
    "Kangasryhmä B, saatavuus tarkistettu kutomolta.",
    "Hinta voimassa, jos tilaus tulee kuun loppuun mennessä.",
    "Määrää voi vielä muuttaa ennen viikkoa {week}.",
    "Asennus eriteltynä omalle rivilleen, toive hankinnasta.",
    "Vertailukohtana edellinen toimitus, hinta noussut kolme prosenttia.",
    "Mukana kaksi vaihtoehtoa, halvempi ilman väliseinää.",
    "Hinta ratkaisee vain puolet, loput laatupisteistä. Referenssit tärkeitä.",
  ],
  order: [
    "Viitteeksi kustannuspaikka, muuten lasku palautuu.",
    "Toimitus DAP, purku asiakkaan vastuulla.",
    "Yhteyshenkilö työmaalla vahtimestari, numero lähetteessä.",
    "Kuljetusliike soittaa tuntia ennen.",
    "Pakkaukset viedään pois samalla.",
    "Tuotanto varmisti viikon {week}.",
    "Toimitetaan aamulla ennen kahdeksaa, sen jälkeen piha on täynnä.",
    "Vanhat kalusteet kierrätykseen, sovittu erikseen.",
  ],
  trouble: [
    "Kuvat tallennettu. Ilmoitus tehtaalle tehty.",
    "Tämä on kolmas vika samasta erästä. Tehtaan kannattaa katsoa koko sarja.",
    "Asiakas ansaitsee pahoittelun myös johdolta. Soitan itse.",
    "Varaosa hyllyssä Tampereella, ei tarvitse odottaa.",
    "Takuu päättyi kuukausi sitten, korjataan silti.",
    "Vahtimestari päästää sisään, avain alaovelta.",
    "Hyvitys hyväksytty, vähennetään seuraavasta laskusta.",
    "Eivät olleet vihaisia, vain väsyneitä odottamaan. Pidetään ajan tasalla päivittäin.",
    "Sama vika kuin keväällä naapuritalossa. Lisätty ohjeeseen.",
    "Käynti onnistuu vain aamulla ennen kymmentä.",
  ],
  care: [
    "Seuraava huolto vuoden päästä, muistutus kalenteriin.",
    "Kaksi istuinta kannattaa uusia ensi kerralla.",
    "Avaimet vahtimestarilta, lista jätetty pöydälle.",
    "Samalla mitattiin laajennuksen tilat.",
    "Kysyivät huoltosopimuksesta koko taloon.",
  ],
  lost: [
    "Ratkaisevaa oli toimitusaika, ei hinta. Opiksi seuraavaan.",
    "Pidettiin välit hyvinä, kutsuvat seuraavaan kilpailutukseen.",
    "Puoli vuotta työtä. Harmittaa, mutta perustelut olivat reilut.",
    "Meidän olisi pitänyt käydä paikan päällä aiemmin.",
    "Halvin ratkaisu ei kestä pitkään. Soitetaan kahden vuoden päästä.",
    "Uusi johtaja toi omat toimittajansa mukanaan.",
  ],
  unanswered: [
    "Kokeilen huomenna ennen yhdeksää.",
    "Sihteeri lupasi välittää viestin.",
    "Laitoin samalla sähköpostin.",
  ],
};

const remarksEn: Remarks = {
  talk: [
    "The finance director decides in practice. Invite them next time.",
    "They still use our chairs from years ago in the coffee room. A nice story for the brochure.",
    "Likes plain talk. No slides, better bring samples and pictures.",
    "Parking in the yard, ask the front desk for the gate code.",
    "Promised data sheets, a schedule and the number of one reference customer.",
    "New purchasing rule: anything above 15,000 goes out to tender.",
    "May move to another floor, then we measure again.",
    "Best reached before nine. Afternoons are all meetings.",
    "The architect wants {colour}, the house something lighter. Take both samples.",
    "A competitor has been here twice. Our own fitters are our strength.",
    "Going on study leave soon, stand-in to be named next month.",
    "Asked about lighting as well. Bring a Kuulas next time.",
    "Agreed that I call after their budget meeting.",
    "Less room than on the plan: there is a pillar nobody drew.",
    "Would like to see a finished place. Suggested a visit to Turku.",
    "Good mood. First time we talked about the whole house and not one room.",
    "The lease ends in two years, so everything has to be movable.",
    "The staff survey made this urgent: noise came out on top.",
    "Their last supplier never picked up the phone. Let us pick up ours.",
    "Wants one person for the whole project. Promised it would be me.",
    "There is an office dog. Allow some extra time.",
    "Corridor is 110 cm, measured twice. Furniture goes in as parts.",
    "A new member of the board knows us from a previous job.",
    "The environment now weighs more than price. Mention take-back in the quote.",
    "Talked about gardens too. The greenhouse is coming along, remember to ask.",
    "A trial is the way forward: one piece for two weeks.",
  ],
  mail: [
    "Answered the same day.",
    "Floor plan attached, filed with the project.",
    "Wants a reply within the week.",
    "Came through the shared sales mailbox first.",
    "Eight pictures, good quality.",
  ],
  sent: [
    "Checked with production before sending.",
    "Copied to my colleague, who takes over during my leave.",
    "Will call next week to hear what they think.",
    "Attachment filed with the project.",
    "They asked for a copy to the caretaker.",
  ],
  offer: [
    "Freight reckoned for two loads; one is cheaper if the date can move.",
    "Discount agreed with the head of sales. No more.",
    "Three years of service as an option.",
    "Fabric group B, availability checked with the mill.",
    "Price holds if they order before the end of the month.",
    "Quantity may still change until week {week}.",
    "Fitting on a line of its own, purchasing asked for it.",
    "Compared with the last delivery, our price is up three per cent.",
    "Two options inside, the cheaper one without the partition.",
    "Price counts for half, the rest is quality points. References matter.",
  ],
  order: [
    "Cost centre must be on the invoice or it comes back.",
    "Delivered at place, unloading is theirs.",
    "Caretaker signs on site, number on the delivery note.",
    "The haulier rings an hour before.",
    "Packaging goes back with the lorry.",
    "Production confirmed week {week}.",
    "Deliver before eight, later the yard is full.",
    "Old furniture to be recycled, agreed separately.",
  ],
  trouble: [
    "Photos filed. Factory informed.",
    "Third fault from the same batch. The factory should look at the whole lot.",
    "They deserve an apology from management too. I will call myself.",
    "Spare part is on the shelf in Tampere, no waiting.",
    "Warranty ended a month ago, we repair it anyway.",
    "The caretaker lets us in, key at the lower door.",
    "Credit approved, to be taken off the next invoice.",
    "Not angry, only tired of waiting. Keep them posted daily.",
    "Same fault as next door in spring. Added to the instructions.",
    "Visits only in the morning, before ten.",
  ],
  care: [
    "Next service in a year, reminder set.",
    "Two seats should be renewed next time.",
    "Keys from the caretaker, list left on the table.",
    "Measured the extension while we were there.",
    "They asked about a service contract for the whole house.",
  ],
  lost: [
    "Delivery time decided, not price. A lesson for next time.",
    "Parted on good terms, they will invite us again.",
    "Half a year of work. A pity, but the reasons were fair.",
    "We should have visited sooner.",
    "The cheapest way will not last. Call again in two years.",
    "The new director brought suppliers along.",
  ],
  unanswered: [
    "Will try tomorrow before nine.",
    "Reception promised to pass it on.",
    "Sent an e-mail as well.",
  ],
};

export const remarks: Record<"en" | "fi", Remarks> = { en: remarksEn, fi: remarksFi };

const MEETINGS = ["MEET-CUST", "MEET-WEB", "MEET-SHOW", "WORKSHOP"];

/** Why an entry was canceled; some reasons belong to certain templates only. */
export const cancelReasons: readonly { templates: readonly string[] | null; en: string; fi: string }[] = [
  { templates: null, en: "Logged on the wrong person", fi: "Kirjattu väärälle henkilölle" },
  { templates: null, en: "Logged twice", fi: "Kirjattu kahteen kertaan" },
  { templates: null, en: "Wrong day, logged again", fi: "Väärä päivä, kirjattu uudelleen" },
  { templates: MEETINGS, en: "Called off, illness on their side", fi: "Peruuntui sairastumisen takia" },
  {
    templates: MEETINGS,
    en: "Moved to next month at their wish",
    fi: "Siirtyi kuukaudella asiakkaan toiveesta",
  },
  {
    templates: ["QUOTE"],
    en: "Went out with wrong prices, replaced",
    fi: "Lähti väärillä hinnoilla, korvattu uudella",
  },
];

/** Interactions somebody began to write down and left for later. */
export const unfinished: readonly {
  kind: "callBack" | "needsMeeting" | "webMeeting" | "answer";
  en: string;
  fi: string;
}[] = [
  { kind: "callBack", en: "Call interrupted, add the prices", fi: "Puhelu jäi kesken, täydennä hinnat" },
  { kind: "needsMeeting", en: "Write up the meeting notes", fi: "Tapaamisen muistiinpanot puhtaaksi" },
  { kind: "webMeeting", en: "Notes half done: who does what?", fi: "Muistio kesken: vastuut puuttuvat" },
  { kind: "answer", en: "Draft of the covering letter", fi: "Luonnos tarjouksen saatteesta" },
];

export const colours: readonly { en: string; fi: string }[] = [
  { en: "moss green", fi: "sammalenvihreä" },
  { en: "clay", fi: "savi" },
  { en: "sand", fi: "hiekka" },
  { en: "midnight blue", fi: "yönsininen" },
  { en: "warm grey", fi: "lämmin harmaa" },
  { en: "lingonberry", fi: "puolukka" },
  { en: "oat", fi: "kaura" },
  { en: "terracotta", fi: "terrakotta" },
  { en: "smoke", fi: "savu" },
];

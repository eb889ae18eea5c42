/** Comments people add to what they logged, and the other sentences around an entry, in both languages. */
export type RemarkMood = "talk" | "paper" | "trouble";

export const remarks: Record<"en" | "fi", Record<RemarkMood, readonly string[]>> = {
  fi: {
    talk: [
      "Päätöksen tekee käytännössä talousjohtaja. Kannattaa kutsua hänet seuraavaan tapaamiseen.",
      "Kahvihuoneessa on meidän vanhoja tuoleja vuosien takaa, yhä kunnossa. Hyvä tarina esitteeseen.",
      "Pitää suorasta puheesta. Ei esityskalvoja, mukaan mieluummin {p} tai kuvia.",
      "Pysäköinti sisäpihalla, portin koodi vastaanotosta.",
      "Lupasin: tuotekortit, aikataulu ja yhden referenssin puhelinnumeron.",
      "Heillä on uusi hankintaohje: yli 15 000 euron ostot kilpailutetaan.",
      "Muuttavat mahdollisesti toiseen kerrokseen. Tilana silloin {place}, katsotaan mitat uudestaan.",
      "Parhaiten kiinni ennen yhdeksää. Iltapäivisin aina kokouksissa.",
      "Arkkitehti toivoo sävyä {colour}, talo itse jotain vaaleampaa. Viedään molemmat palat.",
      "Kilpailija on käynyt kahdesti. Vahvuutemme on oma asennus.",
      "Jää kesäkuun lopussa opintovapaalle, sijainen tiedossa toukokuussa.",
      "Kysyi myös valaistuksesta, vaikka siitä ei ollut puhetta. Seuraavalla kerralla Kuulas mukaan.",
      "Sovittiin, että soitan budjettikokouksen jälkeen.",
      "Tilaa on vähemmän kuin pohjakuvassa, pilari puuttui piirustuksesta.",
      "Haluavat nähdä asennetun kohteen. Ehdotin käyntiä Turussa.",
      "Tunnelma hyvä. Ensimmäinen kerta, kun puhuttiin koko talosta eikä yhdestä huoneesta.",
    ],
    paper: [
      "Rahti laskettu kahdelle kuormalle, yhdellä tulee edullisemmaksi jos aikataulu joustaa.",
      "Viitteeksi kustannuspaikka, muuten lasku palautuu.",
      "Alennus sovittu myyntijohdon kanssa. Ei lisää.",
      "Optiona huoltosopimus kolmeksi vuodeksi.",
      "Kangasryhmä B, tarkistettu toimittajalta saatavuus.",
      "Hinta voimassa vain, jos tilaus tulee ennen vuodenvaihdetta.",
      "Kopio myös arkkitehdille.",
      "Toimitusehto DAP, purku asiakkaan vastuulla.",
      "Määrää voi vielä muuttaa ennen viikkoa {week}.",
      "Liitteenä ympäristöseloste, pyysivät erikseen.",
    ],
    trouble: [
      "Kuvat tallennettu. Selvä kuljetusvaurio, ilmoitus rahtiyhtiölle tehty.",
      "Tämä on kolmas vika samasta erästä. Tehtaan kannattaa katsoa koko sarja.",
      "Asiakas ansaitsee pahoittelun myös johdolta. Soitan itse.",
      "Varaosa hyllyssä Tampereella, ei tarvitse odottaa.",
      "Ratkaisevaa oli toimitusaika, ei hinta. Opiksi seuraavaan.",
      "Takuu päättyi kuukausi sitten, korjataan silti.",
      "Vahtimestari päästää sisään, avain alaovelta.",
      "Hyvitys hyväksytty, kirjataan seuraavaan laskuun.",
      "Asennus oli tehty väärinpäin. Lisätään kuva ohjeeseen.",
      "Eivät olleet vihaisia, vain väsyneitä odottamaan. Pidetään kärryillä päivittäin.",
    ],
  },
  en: {
    talk: [
      "The finance director decides in practice. Invite them next time.",
      "They still use our chairs from years ago in the coffee room. A nice story for the brochure.",
      "Likes plain talk. No slides, better bring the {p} or pictures.",
      "Parking in the yard, ask the front desk for the gate code.",
      "Promised: data sheets, a schedule, and the number of one reference customer.",
      "New purchasing rule: anything above 15,000 goes out to tender.",
      "May move to another floor. Then it would be the {place}, measure again.",
      "Best reached before nine. Afternoons are all meetings.",
      "The architect wants {colour}, the house something lighter. Take both samples.",
      "A competitor has been here twice. Our own fitters are our strength.",
      "Goes on leave at the end of June, stand-in will be named in May.",
      "Asked about lighting as well. Bring a Kuulas next time.",
      "Agreed that I call after their budget meeting.",
      "Less room than on the plan: there is a pillar nobody drew.",
      "Would like to see a finished place. Suggested a visit to Turku.",
      "Good mood. First time we talked about the whole house and not one room.",
    ],
    paper: [
      "Freight reckoned for two loads; one is cheaper if the date can move.",
      "Cost centre must be on the invoice or it comes back.",
      "Discount agreed with the head of sales. No more.",
      "Three years of service as an option.",
      "Fabric group B, availability checked with the mill.",
      "Price holds only if they order before New Year.",
      "Copy to the architect as well.",
      "Delivered at place, unloading is theirs.",
      "Quantity may still change until week {week}.",
      "Environmental declaration attached, they asked for it.",
    ],
    trouble: [
      "Photos filed. Clearly damage in transit, claim sent to the carrier.",
      "Third fault from the same batch. The factory should look at the whole lot.",
      "They deserve an apology from management too. I will call myself.",
      "Spare part is on the shelf in Tampere, no waiting.",
      "Delivery time decided, not price. A lesson for next time.",
      "Warranty ended a month ago, we repair it anyway.",
      "The caretaker lets us in, key at the lower door.",
      "Credit approved, to be taken off the next invoice.",
      "It had been fitted upside down. Add a picture to the instructions.",
      "Not angry, only tired of waiting. Keep them posted daily.",
    ],
  },
};

export const cancelReasons: Record<"en" | "fi", readonly string[]> = {
  fi: [
    "Kirjattu väärälle henkilölle",
    "Kirjattu kahteen kertaan",
    "Tapaaminen peruuntui sairastumisen takia",
    "Väärä päivä, kirjattu uudelleen",
    "Tarjous lähti väärillä hinnoilla, korvattu uudella",
  ],
  en: [
    "Logged on the wrong person",
    "Logged twice",
    "Meeting called off, illness",
    "Wrong day, logged again",
    "Quote went out with wrong prices, replaced",
  ],
};

/** Interactions somebody began to write down and left for later. */
export const unfinished: Record<"en" | "fi", readonly string[]> = {
  fi: [
    "Puhelu jäi kesken, täydennä hinnat",
    "Muistio kesken: vastuut puuttuvat",
    "Luonnos tarjouksen saatteesta",
    "Tapaamisen muistiinpanot puhtaaksi",
  ],
  en: [
    "Call interrupted, add the prices",
    "Notes half done: who does what?",
    "Draft of the covering letter",
    "Write up the meeting notes",
  ],
};

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

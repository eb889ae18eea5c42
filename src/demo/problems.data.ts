import type { ProductFamily } from "./products.data.ts";

/** What breaks and how it is put right, so that a complaint and the visit that follows speak of one thing. */
export type ProblemRow = {
  families: readonly ProductFamily[];
  en: { problem: string; repair: string };
  fi: { problem: string; repair: string };
};

const ANY: readonly ProductFamily[] = ["pod", "desk", "seat", "panel", "light", "locker", "bed"];

export const problems: readonly ProblemRow[] = [
  row(
    ANY,
    "one {p} arrived dented",
    "replaced the dented {p}",
    "{p} kolhiintunut kuljetuksessa",
    "vaihdettu kolhiintunut {p}",
  ),
  row(
    ANY,
    "wrong colour, they ordered {colour}",
    "swapped for {colour}",
    "väri väärä, piti olla {colour}",
    "vaihdettu tilalle {colour}",
  ),
  row(
    ANY,
    "two pieces missing from {order}",
    "missing pieces delivered and fitted",
    "kaksi kappaletta puuttuu toimituksesta {order}",
    "puuttuvat kappaleet asennettu",
  ),
  row(
    ["pod"],
    "pod door does not close",
    "door adjusted, new seal",
    "kopin ovi jää raolleen",
    "ovi säädetty ja tiiviste uusittu",
  ),
  row(
    ["pod"],
    "pod fan hums loudly",
    "fan replaced, noise gone",
    "kopin puhallin hurisee",
    "puhallin vaihdettu, ääni poissa",
  ),
  row(
    ["pod"],
    "light in the pod stays on all night",
    "motion sensor replaced",
    "kopin valo palaa yöt läpi",
    "liiketunnistin vaihdettu",
  ),
  row(
    ["light"],
    "lights flicker",
    "power supplies changed",
    "valaisimet vilkkuvat",
    "virtalähteet vaihdettu",
  ),
  row(
    ["light"],
    "dimmer does nothing",
    "dimmer rewired",
    "himmennin ei toimi",
    "himmennin kytketty uudelleen",
  ),
  row(
    ["light"],
    "one lamp hangs crooked",
    "suspension replaced",
    "yksi valaisin roikkuu vinossa",
    "ripustus vaihdettu",
  ),
  row(
    ["seat"],
    "a seam has come undone",
    "reupholstered in {colour}",
    "sauma auennut",
    "verhoilu uusittu, {colour}",
  ),
  row(
    ["seat"],
    "four of {n} seats wobble",
    "legs tightened and levelled",
    "neljä istuinta keinuu",
    "jalat kiristetty ja suoristettu",
  ),
  row(
    ["desk"],
    "height adjustment stuck",
    "motor replaced",
    "pöydän korkeussäätö jumissa",
    "pöydän moottori vaihdettu",
  ),
  row(["desk"], "table top has bubbled", "new top fitted", "pöytälevy kupruilee", "uusi pöytälevy asennettu"),
  row(
    ["locker"],
    "two locks will not open",
    "locks replaced, new codes given",
    "kaksi lukkoa ei aukea",
    "lukot vaihdettu, koodit uusittu",
  ),
  row(
    ["panel"],
    "a panel fell off the wall",
    "fixings replaced by stronger ones",
    "paneeli irtosi seinästä",
    "kiinnikkeet vaihdettu tukevampiin",
  ),
  row(
    ["bed"],
    "fabric of a headboard is creased",
    "fabric stretched and stapled",
    "päädyn kangas rypyssä",
    "päädyn kangas kiristetty",
  ),
];

function row(
  families: readonly ProductFamily[],
  problem: string,
  repair: string,
  problemFi: string,
  repairFi: string,
): ProblemRow {
  return { families, en: { problem, repair }, fi: { problem: problemFi, repair: repairFi } };
}

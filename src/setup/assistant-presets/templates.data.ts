/** Ready sets of interaction groups and templates by branch, each in English and Finnish. */

export const branches = ["sales", "serviceDesk", "association"] as const;
export type Branch = (typeof branches)[number];

interface Bilingual {
  readonly en: string;
  readonly fi: string;
}

export interface PresetGroup {
  readonly code: string;
  readonly description: Bilingual;
}

export interface PresetTemplate {
  readonly code: string;
  readonly interactionGroupCode: string;
  readonly description: Bilingual;
  /** In whatever the base currency is: a figure to begin with. */
  readonly unitCost: number;
  readonly unitDurationMin: number;
  readonly informationFlow: "inbound" | "outbound";
  readonly initiatedBy: "us" | "them";
  /** `null` where nothing is delivered, as with calls and meetings. */
  readonly defaultCorrespondenceType: "email" | "hardCopy" | null;
}

export interface BranchPreset {
  readonly groups: readonly PresetGroup[];
  readonly templates: readonly PresetTemplate[];
  /** The templates of phone calls, outgoing and incoming. */
  readonly calls: { readonly outgCalls: string; readonly incCalls: string };
}

const group = (code: string, en: string, fi: string): PresetGroup => ({ code, description: { en, fi } });

type Delivered = PresetTemplate["defaultCorrespondenceType"];

function template(
  code: string,
  interactionGroupCode: string,
  [en, fi]: readonly [en: string, fi: string],
  [unitCost, unitDurationMin]: readonly [unitCost: number, unitDurationMin: number],
  who: "us" | "them",
  defaultCorrespondenceType: Delivered = null,
): PresetTemplate {
  return {
    code,
    interactionGroupCode,
    description: { en, fi },
    unitCost,
    unitDurationMin,
    informationFlow: who === "us" ? "outbound" : "inbound",
    initiatedBy: who,
    defaultCorrespondenceType,
  };
}

const phone = group("PHONE", "Phone calls", "Puhelut");
const email = group("EMAIL", "E-mails", "Sähköpostit");
const meeting = group("MEETING", "Meetings", "Tapaamiset");
const letter = group("LETTER", "Letters and mailings", "Kirjeet ja postitukset");

export const branchPresets: Readonly<Record<Branch, BranchPreset>> = {
  sales: {
    groups: [phone, email, meeting, group("DOCUMENT", "Sales documents", "Myynnin asiakirjat"), letter],
    templates: [
      template("CALL-OUT", "PHONE", ["Outgoing call", "Lähtevä puhelu"], [8, 10], "us"),
      template("CALL-IN", "PHONE", ["Incoming call", "Saapuva puhelu"], [6, 8], "them"),
      template("MAIL-OUT", "EMAIL", ["E-mail sent", "Lähetetty sähköposti"], [6, 8], "us", "email"),
      template("MAIL-IN", "EMAIL", ["E-mail received", "Saapunut sähköposti"], [4, 5], "them"),
      template(
        "MEETING",
        "MEETING",
        ["Meeting at the customer’s", "Tapaaminen asiakkaan luona"],
        [120, 90],
        "us",
      ),
      template("ONLINE", "MEETING", ["Online meeting", "Verkkotapaaminen"], [35, 45], "us"),
      template("QUOTE", "DOCUMENT", ["Quote sent", "Lähetetty tarjous"], [30, 40], "us", "email"),
      template("LETTER", "LETTER", ["Letter or brochure", "Kirje tai esite"], [12, 15], "us", "hardCopy"),
    ],
    calls: { outgCalls: "CALL-OUT", incCalls: "CALL-IN" },
  },
  serviceDesk: {
    groups: [phone, email, group("SERVICE", "Service", "Palvelu"), group("FEEDBACK", "Feedback", "Palaute")],
    templates: [
      template("CALL-IN", "PHONE", ["Support call", "Tukipuhelu"], [10, 12], "them"),
      template("CALLBACK", "PHONE", ["Call back", "Takaisinsoitto"], [8, 10], "us"),
      template("REQUEST", "EMAIL", ["Request by e-mail", "Palvelupyyntö sähköpostilla"], [5, 6], "them"),
      template("ANSWER", "EMAIL", ["Answer by e-mail", "Vastaus sähköpostilla"], [8, 10], "us", "email"),
      template("REMOTE", "SERVICE", ["Remote session", "Etäyhteys"], [30, 30], "us"),
      template("VISIT", "SERVICE", ["Visit on site", "Käynti paikan päällä"], [110, 120], "us"),
      template("COMPLAINT", "FEEDBACK", ["Complaint", "Reklamaatio"], [15, 20], "them"),
      template("FOLLOW-UP", "FEEDBACK", ["Were you satisfied?", "Tyytyväisyyspuhelu"], [6, 8], "us"),
    ],
    calls: { outgCalls: "CALLBACK", incCalls: "CALL-IN" },
  },
  association: {
    groups: [phone, email, meeting, letter, group("EVENT", "Events", "Tapahtumat")],
    templates: [
      template("CALL-OUT", "PHONE", ["Call to a member", "Puhelu jäsenelle"], [3, 10], "us"),
      template("CALL-IN", "PHONE", ["Call from a member", "Puhelu jäseneltä"], [3, 8], "them"),
      template("MAIL-OUT", "EMAIL", ["E-mail sent", "Lähetetty sähköposti"], [2, 8], "us", "email"),
      template("MAIL-IN", "EMAIL", ["E-mail received", "Saapunut sähköposti"], [2, 5], "them"),
      template("LETTER", "LETTER", ["Letter to members", "Jäsenkirje"], [3, 5], "us", "hardCopy"),
      template("MEETING", "MEETING", ["Meeting", "Tapaaminen"], [20, 60], "us"),
      template("EVENT", "EVENT", ["Took part in an event", "Osallistui tapahtumaan"], [10, 120], "them"),
      template("THANKS", "LETTER", ["Thanks for a donation", "Kiitos lahjoituksesta"], [2, 5], "us", "email"),
    ],
    calls: { outgCalls: "CALL-OUT", incCalls: "CALL-IN" },
  },
};

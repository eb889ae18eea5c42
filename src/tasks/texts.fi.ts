import type { tasksTexts as english } from "./texts.en.ts";

export const tasksTexts: typeof english = {
  problems: {
    task_date: "Tehtävän päivien on oltava väliltä {{earliest}}–{{latest}}.",
    task_duration:
      "Tehtävä kestää vähintään minuutin ja enintään kymmenen vuotta. Tarkista, milloin se alkaa ja loppuu.",
    task_not_timed: "Vain puheluilla ja kokouksilla, jotka eivät kestä koko päivää, on kellonajat.",
    task_not_meeting: "Vain kokouksella on paikka, ja vain kokous voi kestää koko päivän.",
    task_type_fixed: "Tallennetusta tehtävästä ei voi tehdä kokousta eikä kokouksesta muuta tehtävää.",
    start_time_required: "Anna aloitusaika tai merkitse kokous koko päivän tapahtumaksi.",
    ending_date_required: "Anna lopetuspäivä.",
    ending_time_required: "Anna lopetusaika.",
    duration_required: "Anna kesto.",
  },
  fields: {
    startTime: "Aloitusaika",
    endingTime: "Lopetusaika",
    allDay: "Koko päivän tapahtuma",
    location: "Paikka",
    durationSec: "Kesto sekunteina",
  },
};

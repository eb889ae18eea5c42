/** Segments that are being prepared: for a mailing group, on a day counted from today. */
export const segmentRows: readonly {
  readonly en: string;
  readonly fi: string;
  readonly mailingGroupCode: string;
  /** Position among the campaigns. */
  readonly campaignIndex: number | null;
  readonly day: number;
  /** How many contacts are on it at most. */
  readonly most: number;
  /** Marketing speaks to everybody; otherwise the salesperson of each contact. */
  readonly isOfMarketing: boolean;
}[] = [
  {
    en: "Invitation to the spring showroom tour",
    fi: "Kutsu kevään näyttelykierrokselle",
    mailingGroupCode: "EVENTS",
    campaignIndex: 3,
    day: 40,
    most: 60,
    isOfMarketing: true,
  },
  {
    en: "Calls after the hotel brochure",
    fi: "Soitot hotelliesitteen jälkeen",
    mailingGroupCode: "HOTEL",
    campaignIndex: 1,
    day: 6,
    most: 14,
    isOfMarketing: false,
  },
  {
    en: "Printed catalogue for new customers",
    fi: "Painettu kuvasto uusille asiakkaille",
    mailingGroupCode: "CATALOG",
    campaignIndex: null,
    day: 12,
    most: 8,
    isOfMarketing: false,
  },
];

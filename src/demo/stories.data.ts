import type { SpokenKind } from "./kinds.data.ts";

/** One step of a story: what may happen, how many working days after the step before, and how often of a hundred. */
export type Step = {
  oneOf: readonly SpokenKind[];
  workdays: readonly [least: number, most: number];
  percent: number;
};

export type Story = { weight: number; steps: readonly Step[] };

/** How business goes at a maker of office furniture, as often as the weights say. */
export const stories = {
  project: story(16, [
    step(["enquiryMail", "enquiryCall"], 0, 0),
    step(["callBack"], 0, 2),
    step(["brochure"], 0, 2, 30),
    step(["needsMeeting", "webMeeting", "showroom"], 4, 12),
    step(["workshop"], 5, 12, 22),
    step(["thanks"], 0, 1, 55),
    step(["quoteSent"], 2, 7),
    step(["question"], 1, 4, 45),
    step(["answer"], 0, 1, 60),
    step(["quoteChase"], 4, 10),
    step(["negotiation"], 3, 9, 55),
    step(["orderMail", "orderCall"], 2, 8),
    step(["orderConfirmed"], 0, 2),
    step(["deliveryAgreed"], 12, 24),
    step(["deliveryNote"], 5, 10),
    step(["invoiceSent"], 1, 4),
    step(["followUp"], 8, 25),
  ]),
  smallDeal: story(9, [
    step(["enquiryMail", "enquiryCall"], 0, 0),
    step(["quoteSent"], 0, 2),
    step(["orderMail", "orderCall"], 1, 6),
    step(["orderConfirmed"], 0, 1),
    step(["deliveryNote"], 8, 20),
    step(["invoiceSent"], 0, 3),
    step(["followUp"], 5, 15, 50),
  ]),
  repeatOrder: story(9, [
    step(["orderCall", "orderMail"], 0, 0),
    step(["orderConfirmed"], 0, 1),
    step(["deliveryAgreed"], 8, 16, 50),
    step(["deliveryNote"], 4, 10),
    step(["invoiceSent"], 0, 3),
    step(["reminder"], 28, 34, 25),
    step(["followUp"], 5, 15, 50),
  ]),
  lostDeal: story(10, [
    step(["enquiryMail", "enquiryCall"], 0, 0),
    step(["callBack"], 1, 4, 70),
    step(["needsMeeting", "webMeeting"], 5, 12, 65),
    step(["quoteSent"], 2, 6),
    step(["quoteChase"], 5, 12),
    step(["quoteChase"], 6, 14, 45),
    step(["lost"], 6, 15),
  ]),
  complaint: story(9, [
    step(["complaint"], 0, 0),
    step(["complaintCall"], 0, 2),
    step(["serviceVisit"], 3, 10),
    step(["answer"], 0, 1, 30),
    step(["closing"], 2, 8, 80),
  ]),
  checkIn: story(16, [
    step(["checkIn"], 0, 0),
    step(["brochure"], 0, 1, 40),
    step(["question"], 3, 10, 25),
    step(["answer"], 0, 1, 25),
  ]),
  showroom: story(9, [
    step(["invite"], 0, 0),
    step(["showroom"], 6, 16),
    step(["thanks"], 0, 2, 80),
    step(["quoteSent"], 3, 9, 60),
    step(["quoteChase"], 5, 12, 55),
  ]),
  maintenance: story(8, [
    step(["maintenanceAgreed"], 0, 0),
    step(["maintenance"], 6, 15),
    step(["answer"], 0, 2, 35),
  ]),
  courtesy: story(6, [step(["letter"], 0, 0), step(["checkIn"], 6, 14, 70)]),
} satisfies Record<string, Story>;

/** What happens with those we hardly know. */
export const passingStories: readonly Story[] = [
  stories.checkIn,
  stories.showroom,
  stories.courtesy,
  stories.lostDeal,
];

/** What new acquaintances go through first. */
export const firstContact: Story = story(1, [
  step(["enquiryMail", "enquiryCall"], 0, 0),
  step(["callBack"], 0, 2),
  step(["brochure"], 0, 2, 50),
  step(["needsMeeting", "webMeeting"], 3, 7),
  step(["thanks"], 0, 1, 60),
  step(["quoteSent"], 2, 5),
  step(["question"], 1, 4, 60),
  step(["answer"], 0, 1),
  step(["quoteChase"], 3, 7),
]);

function story(weight: number, steps: readonly Step[]): Story {
  return { weight, steps };
}

function step(oneOf: readonly SpokenKind[], least: number, most: number, percent = 100): Step {
  return { oneOf, workdays: [least, most], percent };
}

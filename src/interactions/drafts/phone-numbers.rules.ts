/** Which numbers a contact can be called at, and which one is proposed (interactions R-PHONE). */

export interface Phones {
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
}

export interface PhoneNumber {
  readonly phoneNo: string;
  readonly kind: "phone" | "mobile";
  /** Whose number it is: the contact's own, or that of a person's company. */
  readonly of: "contact" | "company";
}

/** The numbers to choose from, in their order; blank ones are left out. `company` is that of a person. */
export function selectableNumbers(contact: Phones, company: Phones | null): PhoneNumber[] {
  return [...numbersOf(contact, "contact"), ...(company === null ? [] : numbersOf(company, "company"))];
}

function numbersOf({ phoneNo, mobilePhoneNo }: Phones, of: PhoneNumber["of"]): PhoneNumber[] {
  return [
    ...(phoneNo === null ? [] : [{ phoneNo, kind: "phone" as const, of }]),
    ...(mobilePhoneNo === null ? [] : [{ phoneNo: mobilePhoneNo, kind: "mobile" as const, of }]),
  ];
}

/** The contact's phone, else its mobile; on a phone the other way round. */
export function proposedNumber({ phoneNo, mobilePhoneNo }: Phones, isOnPhone: boolean): string | null {
  return isOnPhone ? (mobilePhoneNo ?? phoneNo) : (phoneNo ?? mobilePhoneNo);
}

import { nameParts, type SalutedContact } from "#setup/salutations/salutation.rules.ts";

/** An invented person whom formulas are tried on. */
export const sampleContact: SalutedContact = {
  jobTitle: "Sales Manager",
  firstName: "Anna",
  middleName: "Maria",
  surname: "Lindqvist",
  initials: "AML",
  companyName: "Northlight Oy",
};

/** Which of `%1` to `%5` a text names. */
export function placeholdersIn(text: string | null): readonly (1 | 2 | 3 | 4 | 5)[] {
  return ([1, 2, 3, 4, 5] as const).filter((position) => text?.includes(`%${position}`));
}

export const namePartChoices = nameParts.map((value) => ({
  value,
  labelKey: `setup.formulas.${value}` as const,
}));

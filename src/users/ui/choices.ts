import { roles } from "#users/rights.rules.ts";

/** Values that fields and filters of users choose from. */

export const roleChoices = roles.map((value) => ({ value, labelKey: `users.roles.${value}` as const }));

export const languageChoices = [
  { value: "en", labelKey: "web.account.languageEn" },
  { value: "fi", labelKey: "web.account.languageFi" },
] as const;

export const themeChoices = [
  { value: "light", labelKey: "web.account.themeLight" },
  { value: "dark", labelKey: "web.account.themeDark" },
  { value: "system", labelKey: "web.account.themeSystem" },
] as const;

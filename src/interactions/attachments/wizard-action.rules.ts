/** R-WA: which action of the guided flow fits the content of a template's default language (interactions, section 8.1). */

export const wizardActions = ["open", "import", "merge"] as const;
export type WizardAction = (typeof wizardActions)[number];

export interface DefaultContent {
  readonly wordTemplateCode: string | null;
  readonly emailLayoutName: string | null;
  /** Of what is attached, in lower case; `null` without an attachment. */
  readonly fileExtension: string | null;
}

/** Whether the attachment is content, a text inside of a layout (section 9.3), and no plain file. */
export function isContent({
  emailLayoutName,
  fileExtension,
}: Pick<DefaultContent, "emailLayoutName" | "fileExtension">): boolean {
  return emailLayoutName !== null && fileExtension === "html";
}

/** `row` is that of the default language, blank included; without one any action is accepted. */
export function isActionAllowed(action: WizardAction | null, row: DefaultContent | null): boolean {
  if (row === null) return true;
  if (row.wordTemplateCode !== null) return action !== "import";
  if (row.emailLayoutName !== null) return action === "merge" && isContent(row);
  return action !== "merge";
}

/** What becomes of the action when another row becomes the default: a layout is merged, anything else is not. */
export function actionWithDefault(
  action: WizardAction | null,
  row: Pick<DefaultContent, "emailLayoutName">,
): WizardAction | null {
  if (row.emailLayoutName !== null) return "merge";
  return action === "merge" ? null : action;
}

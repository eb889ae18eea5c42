export const questionnairesPath = "/questionnaires";

/** The questions and answers of a questionnaire. */
export function questionnaireHref(code: string): string {
  return `${questionnairesPath}/${encodeURIComponent(code)}`;
}

/** How many contacts hold which answer. */
export function distributionHref(code: string): string {
  return `${questionnaireHref(code)}/distribution`;
}

/** `questionnaire:line` in its parts. */
export function splitAnswerCode(code: string): { questionnaireCode: string; lineNo: number } {
  const colon = code.lastIndexOf(":");
  return { questionnaireCode: code.slice(0, colon), lineNo: Number(code.slice(colon + 1)) };
}

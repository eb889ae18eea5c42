/** A question and its answer in one line; a question that asks needs no colon. */
export function answerName(question: string | null, answer: string | null, fallback: string): string {
  const name = answer ?? fallback;
  if (question === null) return name;
  return `${question}${/[?!:.]$/.test(question) ? " " : ": "}${name}`;
}

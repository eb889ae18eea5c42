import type { QuestionnaireLine } from "../../lines.contract.ts";
import type { LineBody } from "./use-lines.ts";

/** Who answers a question: people by hand, or Rapport from figures of a kind or from points. */
export type Answerer = "people" | "contact" | "customer" | "vendor" | "rating";

export function answererOf(line: QuestionnaireLine): Answerer {
  if (line.customerClassField !== null) return "customer";
  if (line.vendorClassField !== null) return "vendor";
  if (line.contactClassField === "rating") return "rating";
  return line.autoClassification ? "contact" : "people";
}

const firstFigure = {
  contact: { contactClassField: "interactionQuantity" },
  customer: { customerClassField: "sales" },
  vendor: { vendorClassField: "purchase" },
} as const;

/** The last twelve months up to the day of the run, unless a period is there already. */
function periodOf({ startingDateFormula, endingDateFormula }: QuestionnaireLine): LineBody {
  if (startingDateFormula !== null || endingDateFormula !== null) return {};
  return { startingDateFormula: "-1Y+1D", endingDateFormula: "CD" };
}

/** What is stored when somebody else is to answer. */
export function bodyOf(answerer: Answerer, line: QuestionnaireLine): LineBody {
  if (answerer === "people")
    return {
      autoClassification: false,
      customerClassField: null,
      vendorClassField: null,
      contactClassField: null,
    };
  if (answerer === "rating") return { autoClassification: true, contactClassField: "rating" };
  return { autoClassification: true, ...firstFigure[answerer], ...periodOf(line) };
}

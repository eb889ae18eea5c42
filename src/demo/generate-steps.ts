import { closedValues, type EnteredValues, estimate, expectedClose } from "#opportunities/estimates.rules.ts";
import type { DemoEntry } from "./demo.types.ts";
import { addDays, daysBetween, workdayFrom } from "./demo-calendar.ts";
import { closeCodeRows, type salesCycleData } from "./sales-cycles.data.ts";
import type { Random } from "./seeded-random.ts";

/** Values go up in steps of so much. */
const VALUE_STEP = 250;

interface Course {
  readonly cycle: (typeof salesCycleData)[number];
  readonly creationDate: string;
  readonly status: "inProgress" | "won" | "lost";
  /** The last day on which anything may have happened. */
  readonly until: string;
  readonly language: "en" | "fi";
}

/** How an opportunity came from its first stage to where it stands, by the rules that everybody moves by. */
export function generateSteps(
  random: Random,
  { cycle, creationDate, status, until, language }: Course,
): DemoEntry[] {
  const reached = random.between(1, cycle.stages.filter(({ quoteRequired }) => !quoteRequired).length);
  const stepDays = Math.max(0, Math.floor(daysBetween(creationDate, until) / (reached + 1)));
  const dayOf = (step: number) => {
    const day = workdayFrom(addDays(creationDate, step * stepDays));
    return day > until ? until : day;
  };
  let value = VALUE_STEP * random.between(8, 240);
  const entries: DemoEntry[] = [];
  for (const [index, stage] of cycle.stages.slice(0, reached).entries()) {
    if (index > 0 && random.chance(0.4))
      value = Math.max(VALUE_STEP, value + VALUE_STEP * random.between(-6, 9));
    const values: EnteredValues = {
      dateOfChange: dayOf(index),
      estimatedValue: String(value),
      chancesOfSuccess: stage.chancesOfSuccess,
      estimatedCloseDate: expectedClose(stage.dateFormula, dayOf(index)),
    };
    entries.push({
      stage: index + 1,
      stageDescription: stage[language],
      previousStage: index,
      actionTaken: index === 0 ? null : "next",
      dateOfChange: values.dateOfChange,
      dateClosed: null,
      estimatedValue: values.estimatedValue,
      closeOpportunityCode: null,
      ...estimate(index === 0 ? "first" : "next", stage, cycle.probabilityCalculation, values),
    });
  }
  if (status === "inProgress") return entries;
  const dateClosed = dayOf(reached);
  const sales = status === "won" ? String(Math.round((value * random.between(85, 110)) / 100)) : null;
  entries.push({
    stage: 0,
    stageDescription: null,
    previousStage: reached,
    actionTaken: status,
    dateOfChange: dateClosed,
    dateClosed,
    estimatedValue: String(value),
    estimatedCloseDate: dateClosed,
    closeOpportunityCode: random.pick(closeCodeRows[status])[0],
    ...closedValues(status, sales),
  });
  return entries;
}

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "#web/api-client.ts";
import type { FormChanges } from "#web/form/use-fields.ts";
import { isProblem } from "#web/problem.ts";
import { queryKeyOf, refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { checkLines, type LineWarning } from "../../classification.rules.ts";
import {
  changeQuestionnaireLine,
  createQuestionnaireLine,
  deleteQuestionnaireLine,
  listQuestionnaireLines,
  moveQuestionnaireLine,
  type NewQuestionnaireLine,
  type QuestionnaireLine,
  type QuestionnaireLineChanges,
} from "../../lines.contract.ts";

export type LineBody = FormChanges<typeof QuestionnaireLineChanges>;

/** What the worksheet does to the lines of a questionnaire; each is stored at once. */
export interface LineWrites {
  /** @throws ProblemError with errors at fields */
  readonly change: (line: QuestionnaireLine, body: LineBody) => Promise<void>;
  /** Answers the new line; `undefined` after a problem, which was shown. */
  readonly insert: (
    type: "question" | "answer",
    after: QuestionnaireLine | null,
  ) => Promise<QuestionnaireLine | undefined>;
  readonly move: (line: QuestionnaireLine, direction: "up" | "down") => Promise<void>;
  readonly remove: (line: QuestionnaireLine) => Promise<boolean>;
}

const resources = ["questionnaires", "questionnaire-answers"] as const;

/** The lines of a questionnaire and what is done to them. */
export function useLines(code: string) {
  const ui = useUi();
  const queries = useQueryClient();
  const { data, error, refetch } = useEndpoint(listQuestionnaireLines, { params: { code } });
  const lines = data?.items;
  const warnings = useMemo(() => warningsOf(lines ?? []), [lines]);

  function put(changed: QuestionnaireLine): void {
    queries.setQueryData<{ items: QuestionnaireLine[] }>(
      queryKeyOf(listQuestionnaireLines, { params: { code } }),
      (old) => old && { items: old.items.map((line) => (line.lineNo === changed.lineNo ? changed : line)) },
    );
  }

  async function change(line: QuestionnaireLine, body: LineBody): Promise<void> {
    const params = { code, lineNo: String(line.lineNo) };
    try {
      put(await call(changeQuestionnaireLine, { params, body, ifMatch: line.version }));
    } catch (problem) {
      if (!isProblem(problem, "confirmation_required")) throw problem;
      const isMeant = await ui.ask({
        title: ui.t("questionnaires.editor.dropPointsTitle"),
        text: ui.t("questionnaires.editor.dropPointsText"),
        confirmLabel: ui.t("questionnaires.editor.dropPoints"),
        tone: "danger",
      });
      if (isMeant)
        put(await call(changeQuestionnaireLine, { params, body: { ...body, deletePoints: true } }));
    }
    if (body.type !== undefined || body.contactClassField !== undefined) await refresh(queries, resources);
  }

  async function insert(
    type: "question" | "answer",
    after: QuestionnaireLine | null,
    content: Partial<NewQuestionnaireLineInput> = {},
  ): Promise<QuestionnaireLine | undefined> {
    try {
      const body = { ...content, type, ...(after && { afterLineNo: after.lineNo }) };
      const line = await call(createQuestionnaireLine, { params: { code }, body });
      await refresh(queries, resources);
      return line;
    } catch (problem) {
      showProblem(problem);
      return undefined;
    }
  }

  async function move(line: QuestionnaireLine, direction: "up" | "down"): Promise<void> {
    await ui.call(moveQuestionnaireLine, {
      params: { code, lineNo: String(line.lineNo) },
      body: { direction },
    });
  }

  async function remove(line: QuestionnaireLine): Promise<boolean> {
    const before = (lines ?? [])[(lines ?? []).indexOf(line) - 1] ?? null;
    const params = { code, lineNo: String(line.lineNo) };
    const done = await ui.call(deleteQuestionnaireLine, { params, ifMatch: line.version }, resources);
    if (!done) return false;
    const text = line.description ?? ui.t("questionnaires.editor.unnamed", { lineNo: line.lineNo });
    ui.showUndo(ui.t("questionnaires.editor.deleted", { text }), () =>
      before === null ? insertFirst(line) : insert(line.type, before, contentOf(line)),
    );
    return true;
  }

  async function insertFirst(line: QuestionnaireLine): Promise<void> {
    await ui.call(
      createQuestionnaireLine,
      { params: { code }, body: { ...contentOf(line), type: line.type, afterLineNo: 0 } },
      resources,
    );
  }

  const writes: LineWrites = { change, insert, move, remove };
  return { lines, error, refetch, warnings, writes };
}

type NewQuestionnaireLineInput = Omit<FormChanges<typeof NewQuestionnaireLine>, "type" | "afterLineNo">;

/** What a line is made of again. */
function contentOf(line: QuestionnaireLine): Partial<NewQuestionnaireLineInput> {
  const { description } = line;
  if (line.type === "answer")
    return { description, fromValue: line.fromValue, toValue: line.toValue, priority: line.priority };
  return {
    description,
    multipleAnswers: line.multipleAnswers,
    autoClassification: line.autoClassification,
    customerClassField: line.customerClassField,
    vendorClassField: line.vendorClassField,
    contactClassField: line.contactClassField,
    startingDateFormula: line.startingDateFormula,
    endingDateFormula: line.endingDateFormula,
    classificationMethod: line.classificationMethod,
    sortingMethod: line.sortingMethod,
    decimals: line.decimals,
    minPercentAnswered: line.minPercentAnswered,
  };
}

/** The check report as one types, by the server's own rules. */
function warningsOf(lines: readonly QuestionnaireLine[]): ReadonlyMap<number, readonly LineWarning[]> {
  const checked = checkLines(
    lines.map((line) => ({ ...line, fromValue: textOf(line.fromValue), toValue: textOf(line.toValue) })),
  );
  return new Map(checked.map(({ lineNo, warnings }) => [lineNo, warnings]));
}

function textOf(bound: number | null): string | null {
  return bound === null ? null : String(bound);
}

import { ActionIcon, Group, Stack, Tooltip } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowsExchange,
  IconArrowUp,
  IconPlus,
  IconTrash,
  type TablerIcon,
} from "@tabler/icons-react";
import { useState } from "react";
import { FactBox } from "#web/card/FactBox.tsx";
import { type TextKey, useT } from "#web/i18n.ts";
import { ProblemError } from "#web/problem.ts";
import { problemText, showProblem } from "#web/widgets/notify.tsx";
import type { QuestionnaireLine } from "../../lines.contract.ts";
import { AnswerFields } from "./AnswerFields.tsx";
import { QuestionFields } from "./QuestionFields.tsx";
import type { LineBody, LineWrites } from "./use-lines.ts";

/** What the fields of a line are given. */
export interface LineFieldsProps {
  readonly code: string;
  readonly line: QuestionnaireLine;
  readonly lines: readonly QuestionnaireLine[];
  /** Stores fields at once. */
  readonly save: (body: LineBody) => void;
  readonly errorOf: (field: keyof LineBody) => string | undefined;
  readonly canWrite: boolean;
}

/** The fields of the chosen line; keep it with `key={lineNo}`. */
export function LinePanel(props: {
  readonly code: string;
  readonly line: QuestionnaireLine;
  readonly lines: readonly QuestionnaireLine[];
  readonly writes: LineWrites;
  readonly canWrite: boolean;
}) {
  const { line, writes } = props;
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  async function save(body: LineBody): Promise<void> {
    try {
      await writes.change(line, body);
      setErrors({});
    } catch (problem) {
      const atFields = problem instanceof ProblemError ? problem.errors : [];
      if (atFields.length === 0) showProblem(problem);
      setErrors(
        Object.fromEntries(atFields.map(({ path, message }) => [path, message || problemText(problem)])),
      );
    }
  }

  const fields: LineFieldsProps = {
    ...props,
    save: (body) => void save(body),
    errorOf: (field) => errors[field],
  };
  const isQuestion = line.type === "question";
  return (
    <FactBox titleKey={isQuestion ? "questionnaires.question.title" : "questionnaires.answer.title"}>
      <Stack gap="sm">
        {props.canWrite && <LineButtons {...props} save={fields.save} />}
        {isQuestion ? <QuestionFields {...fields} /> : <AnswerFields {...fields} />}
      </Stack>
    </FactBox>
  );
}

/** What the keys do, for the mouse and for fingers. */
function LineButtons(props: {
  readonly line: QuestionnaireLine;
  readonly writes: LineWrites;
  readonly save: (body: LineBody) => void;
}) {
  const { line, writes } = props;
  const isAnswer = line.type === "answer";
  return (
    <Group gap={4}>
      <LineButton
        icon={IconPlus}
        labelKey="questionnaires.editor.addAnswer"
        onClick={() => writes.insert("answer", line)}
      />
      {isAnswer && (
        <>
          <LineButton
            icon={IconArrowUp}
            labelKey="questionnaires.editor.moveUp"
            onClick={() => writes.move(line, "up")}
          />
          <LineButton
            icon={IconArrowDown}
            labelKey="questionnaires.editor.moveDown"
            onClick={() => writes.move(line, "down")}
          />
        </>
      )}
      <LineButton
        icon={IconArrowsExchange}
        labelKey={isAnswer ? "questionnaires.editor.toQuestion" : "questionnaires.editor.toAnswer"}
        onClick={() => props.save({ type: isAnswer ? "question" : "answer" })}
      />
      <LineButton
        icon={IconTrash}
        labelKey="questionnaires.editor.deleteLine"
        onClick={() => writes.remove(line)}
      />
    </Group>
  );
}

function LineButton(props: {
  readonly icon: TablerIcon;
  readonly labelKey: TextKey;
  readonly onClick: () => unknown;
}) {
  const t = useT();
  const { icon: Icon } = props;
  return (
    <Tooltip label={t(props.labelKey)}>
      <ActionIcon variant="default" aria-label={t(props.labelKey)} onClick={() => void props.onClick()}>
        <Icon size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

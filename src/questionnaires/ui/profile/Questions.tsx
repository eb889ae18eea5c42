import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import {
  type ContactProfile,
  clearProfileAnswer,
  type ProfileQuestion,
  setProfileAnswer,
} from "../../profile.contract.ts";
import classes from "./Profile.module.css";

type Questionnaire = ContactProfile["questionnaires"][number];

/**
 * The questions of one questionnaire with their answers to tick: Tab goes from answer to answer, the arrows too, Space
 * or Enter ticks. Automatic ones are shown and cannot be ticked.
 */
export function Questions(props: {
  readonly contactNo: string;
  readonly questionnaire: Questionnaire;
  readonly canWrite: boolean;
}) {
  const { questionnaire } = props;
  const id = useId();
  if (questionnaire.questions.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.questionnaire} onKeyDown={moveByArrows}>
      <h2 id={id} className={classes.title}>
        {questionnaire.description ?? questionnaire.code}
      </h2>
      <div className={classes.questions}>
        {questionnaire.questions.map((question) => (
          <Question key={question.lineNo} {...props} question={question} />
        ))}
      </div>
    </section>
  );
}

/** Arrow up and down lead to the answer before or after, across questions. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=checkbox]:enabled")];
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Question(props: {
  readonly contactNo: string;
  readonly questionnaire: Questionnaire;
  readonly question: ProfileQuestion;
  readonly canWrite: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const { contactNo: no, questionnaire, question } = props;
  const set = useAction(setProfileAnswer);
  const clear = useAction(clearProfileAnswer);
  const [busy, setBusy] = useState<number | null>(null);
  const stored = useRef(Promise.resolve());

  /** Who ticks faster than one answer is stored loses none: they are stored one after the other. */
  function tick(lineNo: number, isWanted: boolean): void {
    stored.current = stored.current.then(() => store(lineNo, isWanted));
  }

  /** Another answer to a question that takes one only takes the place of the former. */
  async function store(lineNo: number, isWanted: boolean): Promise<void> {
    const params = { no, questionnaireCode: questionnaire.code, lineNo: String(lineNo) };
    setBusy(lineNo);
    try {
      if (isWanted) await set.mutateAsync({ params, query: { replace: "true" } });
      else await clear.mutateAsync({ params });
    } catch {
      // The action has shown the problem; the ticks show what is stored.
    } finally {
      setBusy(null);
    }
  }

  const hint = question.isAutomatic ? "automatic" : question.multipleAnswers ? "several" : "one";
  return (
    <fieldset className={classes.question}>
      <legend>
        {question.description ?? t("questionnaires.editor.unnamed", { lineNo: question.lineNo })}{" "}
        <span className={classes.note}>({t(`questionnaires.profile.${hint}`)})</span>
      </legend>
      {question.answers.map((answer) => (
        <Checkbox
          key={answer.lineNo}
          size="sm"
          mb={4}
          label={
            <>
              {answer.description ?? t("questionnaires.editor.unnamed", { lineNo: answer.lineNo })}
              {answer.isHeld && answer.date !== null && (
                <span className={classes.note}> {format.date(answer.date)}</span>
              )}
            </>
          }
          checked={answer.isHeld}
          disabled={question.isAutomatic || !props.canWrite}
          aria-busy={busy === answer.lineNo || undefined}
          onChange={(event) => tick(answer.lineNo, event.currentTarget.checked)}
          onKeyDown={(event) => {
            if (event.key === "Enter") tick(answer.lineNo, !answer.isHeld);
          }}
        />
      ))}
    </fieldset>
  );
}

import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { contactListHref } from "#contacts/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import type { ProfileAnswer } from "../../profile.contract.ts";
import { answerName } from "../answer-name.ts";
import classes from "./Profile.module.css";

/** The answers in the order of their priorities, each with where it comes from. */
export function AnswerList({ answers }: { readonly answers: readonly ProfileAnswer[] }) {
  const t = useT();
  if (answers.length === 0)
    return (
      <Text size="sm" c="dimmed" pb="md">
        {t("questionnaires.profile.empty")}
      </Text>
    );
  return (
    <dl className={classes.answers}>
      {answers.map((answer) => (
        <Answer key={`${answer.questionnaireCode}:${answer.lineNo}`} answer={answer} />
      ))}
    </dl>
  );
}

function Answer({ answer }: { readonly answer: ProfileAnswer }) {
  const t = useT();
  const format = useFormat();
  const text = answer.answer ?? t("questionnaires.editor.unnamed", { lineNo: answer.lineNo });
  const date = answer.date === null ? null : format.date(answer.date);
  return (
    <div className={classes.answer}>
      <dt>{answer.question ?? answer.questionnaireCode}</dt>
      <dd>
        <Anchor
          component={Link}
          to={contactListHref({ profileAnswer: `${answer.questionnaireCode}:${answer.lineNo}` })}
          inherit
          underline="always"
          aria-label={t("questionnaires.profile.show", { answer: text })}
        >
          {text}
        </Anchor>
        {date !== null && (
          <span className={classes.note}>
            {answer.isAutomatic ? t("questionnaires.profile.found", { date }) : date}
          </span>
        )}
        {answer.points !== null && <Points answer={answer} />}
      </dd>
    </div>
  );
}

/** Of a rating: the answers that gave its points. */
function Points({ answer }: { readonly answer: ProfileAnswer }) {
  const t = useT();
  const format = useFormat();
  const answers = answer.pointsFrom.map(
    ({ question, answer: name, questionnaireCode, lineNo, points }) =>
      `${answerName(question, name, `${questionnaireCode}:${lineNo}`)} (${format.number(points)})`,
  );
  return (
    <div className={classes.note}>
      {t("questionnaires.profile.points", { count: answer.points ?? 0, answers: answers.join(", ") })}
      {answer.answeredPercent !== null &&
        ` · ${t("questionnaires.profile.answeredShare", { share: format.percent(answer.answeredPercent / 100) })}`}
    </div>
  );
}

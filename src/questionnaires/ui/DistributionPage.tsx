import { Anchor, Table, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { contactListHref } from "#contacts/ui/index.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { BarChart } from "#web/widgets/BarChart.tsx";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { getQuestionnaireDistribution, type QuestionnaireDistribution } from "../classification.contract.ts";
import { getQuestionnaire } from "../questionnaires.contract.ts";
import { questionnaireHref, questionnairesPath } from "./addresses.ts";
import classes from "./DistributionPage.module.css";

type Question = QuestionnaireDistribution["questions"][number];

/** How many contacts hold which answer, as a chart per question that leads to the contacts. */
export function DistributionPage() {
  const t = useT();
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { data: questionnaire } = useEndpoint(getQuestionnaire, { params: { code } });
  const { data, error, refetch } = useEndpoint(getQuestionnaireDistribution, { params: { code } });
  const name = questionnaire?.description ?? code;
  const path = useSetupPath(
    { label: t("questionnaires.list.title"), to: questionnairesPath },
    { label: name, to: questionnaireHref(code) },
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className={classes.page}>
      <PageHeading
        title={t("questionnaires.distribution.title")}
        path={path}
        subtitle={`${t("questionnaires.distribution.asked", { count: data.noOfContacts })} ${t("questionnaires.distribution.text")}`}
      />
      {data.questions.length === 0 && <EmptyState title={t("questionnaires.distribution.empty")} />}
      <div className={classes.questions}>
        {data.questions.map((question) => (
          <QuestionFigures
            key={question.lineNo}
            code={code}
            question={question}
            noOfAsked={data.noOfContacts}
          />
        ))}
      </div>
    </div>
  );
}

function QuestionFigures(props: {
  readonly code: string;
  readonly question: Question;
  readonly noOfAsked: number;
}) {
  const t = useT();
  const format = useFormat();
  const { code, question, noOfAsked } = props;
  const title = question.description ?? t("questionnaires.editor.unnamed", { lineNo: question.lineNo });
  const shareOf = (count: number) => format.percent(noOfAsked === 0 ? 0 : count / noOfAsked);
  const hrefOf = (lineNo: number) => contactListHref({ profileAnswer: `${code}:${lineNo}` });
  const answers = question.answers.map((answer) => ({
    ...answer,
    label: answer.description ?? t("questionnaires.editor.unnamed", { lineNo: answer.lineNo }),
  }));
  return (
    <section className={classes.question} aria-label={title}>
      <h2 className={classes.title}>
        {title} <Kind question={question} />
      </h2>
      <Text size="xs" c="dimmed" mb={6}>
        {t("questionnaires.distribution.answered", {
          count: question.noOfContacts,
          share: shareOf(question.noOfContacts),
        })}
        {question.classifiedOn !== null &&
          ` · ${t("questionnaires.distribution.asOf", { date: format.date(question.classifiedOn) })}`}
      </Text>
      {answers.length === 0 ? (
        <Text size="sm">{t("questionnaires.distribution.noAnswers")}</Text>
      ) : (
        <>
          <BarChart
            title={title}
            valueLabel={t("questionnaires.distribution.contacts")}
            bars={answers.map(({ label, lineNo, noOfContacts }) => ({
              label,
              value: noOfContacts,
              href: hrefOf(lineNo),
            }))}
            height={150}
          />
          <Table verticalSpacing={6} fz="sm" mt="xs">
            <Table.Tbody>
              {answers.map(({ label, lineNo, noOfContacts }) => (
                <Table.Tr key={lineNo}>
                  <Table.Th scope="row" fw={400}>
                    <Anchor component={Link} to={hrefOf(lineNo)} inherit>
                      {label}
                    </Anchor>
                  </Table.Th>
                  <Table.Td ta="right">{format.number(noOfContacts)}</Table.Td>
                  <Table.Td ta="right" w={80} c="dimmed">
                    {shareOf(noOfContacts)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </section>
  );
}

function Kind({ question }: { readonly question: Question }) {
  const t = useT();
  if (question.isRating) return <StatusBadge tone="info">{t("questionnaires.editor.rating")}</StatusBadge>;
  if (!question.isAutomatic) return null;
  return <StatusBadge tone="info">{t("questionnaires.editor.automatic")}</StatusBadge>;
}

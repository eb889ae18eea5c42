import { Anchor, Button, Group, Stack, Table, Text } from "@mantine/core";
import { Fragment, useState } from "react";
import { contactHref } from "#contacts/ui/index.ts";
import type { Job } from "#platform/jobs/jobs.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { describedOption, lookupOf } from "#web/fields/lookup.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { problemText } from "#web/widgets/notify.tsx";
import { ClassificationResult, updateClassification } from "../classification.contract.ts";
import { listQuestionnaires } from "../questionnaires.contract.ts";
import { questionnaireHref, questionnairesPath } from "./addresses.ts";

type ClassifiedAnswer = ClassificationResult["questions"][number]["answers"][number];

const questionnaireSource = lookupOf(listQuestionnaires, {
  option: describedOption,
});

/** Answers the automatic questions of all contacts anew, or says what that would change. */
export default function ClassifyDialog(props: { readonly code: string | null } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const [code, setCode] = useState(props.code);
  const [date, setDate] = useState<string | null>(format.today());
  const [job, setJob] = useState<{ id: string; title: string } | null>(null);
  const [result, setResult] = useState<ClassificationResult | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = job !== null && result === null && problem === null;

  async function start(dryRun: boolean): Promise<void> {
    setResult(null);
    setProblem(null);
    setJob(null);
    try {
      const body = {
        dryRun,
        ...(code !== null && { questionnaireCodes: [code] }),
        ...(date !== null && { date }),
      };
      const answer = await call(updateClassification, { body });
      if (!("job" in answer)) return setResult(answer);
      const title = t(dryRun ? "questionnaires.classify.trackingDry" : "questionnaires.classify.tracking");
      setJob({ id: answer.job.id, title });
      trackJob({
        id: answer.job.id,
        title,
        href: code === null ? questionnairesPath : questionnaireHref(code),
      });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  function end(ended: Job): void {
    const read = ClassificationResult.safeParse(ended.result);
    if (read.success) setResult(read.data);
    else setProblem(ended.problem?.detail ?? t("web.jobs.canceled"));
    void refresh(ui.queries, ["questionnaires", "contacts"]);
  }

  return (
    <Dialog onClose={props.onClose} size="lg" title={t("questionnaires.classify.title")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("questionnaires.classify.text")}
        </Text>
        <Group grow align="flex-start">
          <LookupField
            label={t("questionnaires.classify.which")}
            description={code === null ? t("questionnaires.classify.all") : undefined}
            source={questionnaireSource}
            value={code}
            onChange={setCode}
            disabled={isRunning}
          />
          <DateField
            label={t("questionnaires.classify.date")}
            description={t("questionnaires.classify.dateText")}
            value={date}
            onChange={setDate}
            disabled={isRunning}
          />
        </Group>
        {problem !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        )}
        {isRunning && <JobProgress key={job.id} jobId={job.id} title={job.title} canCancel onOver={end} />}
        {result !== null && <Changes result={result} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={isRunning} onClick={() => void start(true)}>
            {t("questionnaires.classify.dryRun")}
          </Button>
          <Button disabled={isRunning} onClick={() => void start(false)} data-autofocus>
            {t("questionnaires.classify.run")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Question by question, what a run changed or would change. */
function Changes({ result }: { readonly result: ClassificationResult }) {
  const t = useT();
  const format = useFormat();
  if (result.questions.length === 0) return <Text size="sm">{t("questionnaires.classify.nothing")}</Text>;
  return (
    <Table.ScrollContainer minWidth={520} role="status">
      <Table verticalSpacing={4} fz="sm">
        <caption style={{ captionSide: "top", textAlign: "start", fontWeight: 600 }}>
          {t(result.dryRun ? "questionnaires.classify.dryTitle" : "questionnaires.classify.doneTitle")}
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("questionnaires.classify.question")}</Table.Th>
            <Table.Th ta="right">{t("questionnaires.classify.gained")}</Table.Th>
            <Table.Th ta="right">{t("questionnaires.classify.lost")}</Table.Th>
            <Table.Th ta="right">{t("questionnaires.classify.changed")}</Table.Th>
            <Table.Th ta="right">{t("questionnaires.classify.holders")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.questions.map((question) => (
            <Fragment key={`${question.questionnaireCode}:${question.lineNo}`}>
              <Table.Tr>
                <Table.Th scope="row" fw={500}>
                  {question.description ?? `${question.questionnaireCode}:${question.lineNo}`}
                </Table.Th>
                <Table.Td ta="right">{format.number(question.gained)}</Table.Td>
                <Table.Td ta="right">{format.number(question.lost)}</Table.Td>
                <Table.Td ta="right">{format.number(question.noOfContactsChanged)}</Table.Td>
                <Table.Td ta="right">{format.number(question.noOfContacts)}</Table.Td>
              </Table.Tr>
              {question.answers
                .filter(({ gained, lost }) => gained + lost > 0)
                .map((answer) => (
                  <AnswerRow key={answer.lineNo} answer={answer} />
                ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** One answer that contacts got or lost, with the first of them where they are known. */
function AnswerRow({ answer }: { readonly answer: ClassifiedAnswer }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} ps="lg">
        {answer.description ?? answer.lineNo}
        {answer.gainedBy.length > 0 && (
          <Sample
            label={t("questionnaires.classify.gainedBy")}
            contacts={answer.gainedBy}
            count={answer.gained}
          />
        )}
        {answer.lostBy.length > 0 && (
          <Sample label={t("questionnaires.classify.lostBy")} contacts={answer.lostBy} count={answer.lost} />
        )}
      </Table.Th>
      <Table.Td ta="right">{format.number(answer.gained)}</Table.Td>
      <Table.Td ta="right">{format.number(answer.lost)}</Table.Td>
      <Table.Td colSpan={2} />
    </Table.Tr>
  );
}

/** The first contacts, each a link to its card, which opens beside the dialog. */
function Sample(props: {
  readonly label: string;
  readonly contacts: ClassifiedAnswer["gainedBy"];
  readonly count: number;
}) {
  const { label, contacts, count } = props;
  return (
    <Text size="xs" c="dimmed">
      {label}{" "}
      {contacts.map(({ no, name }, index) => (
        <Fragment key={no}>
          {index > 0 && ", "}
          <Anchor href={contactHref(no)} target="_blank" rel="noopener" inherit underline="always" title={no}>
            {name ?? no}
          </Anchor>
        </Fragment>
      ))}
      {contacts.length < count && ", …"}
    </Text>
  );
}

import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { LookupField } from "#web/fields/LookupField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { useT } from "#web/i18n.ts";
import { useAction, useEndpoint } from "#web/query.ts";
import type { QuestionnaireLine } from "../../lines.contract.ts";
import { listRatingPoints, type RatingPoints as Points, putRatingPoints } from "../../ratings.contract.ts";
import { answerName } from "../answer-name.ts";
import { answerSource } from "../lookups.ts";
import { splitAnswerCode } from "../split-answer-code.ts";

/** The answers that give points in a rating. */
export function RatingPoints(props: {
  readonly code: string;
  readonly line: QuestionnaireLine;
  readonly canWrite: boolean;
}) {
  const t = useT();
  const path = { code: props.code, lineNo: String(props.line.lineNo) };
  const { data } = useEndpoint(listRatingPoints, { params: path });
  const put = useAction(putRatingPoints);

  function give(answer: { questionnaireCode: string; lineNo: number }, points: number): void {
    put.mutate({
      params: {
        ...path,
        answerQuestionnaireCode: answer.questionnaireCode,
        answerLineNo: String(answer.lineNo),
      },
      body: { points },
    });
  }

  const items = data?.items ?? [];
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t("questionnaires.points.title")}
      </Text>
      <Text size="xs" c="dimmed">
        {items.length === 0 ? t("questionnaires.points.none") : t("questionnaires.points.text")}
      </Text>
      {items.map((item) => (
        <PointsRow
          key={`${item.questionnaireCode}:${item.lineNo}`}
          item={item}
          canWrite={props.canWrite}
          onChange={(points) => give(item, points)}
        />
      ))}
      {props.canWrite && (
        <LookupField
          label={t("questionnaires.points.add")}
          source={answerSource}
          value={null}
          onChange={(chosen) => {
            const answer = chosen === null ? null : splitAnswerCode(chosen);
            if (answer) give(answer, 1);
          }}
        />
      )}
    </Stack>
  );
}

function PointsRow(props: {
  readonly item: Points;
  readonly canWrite: boolean;
  readonly onChange: (points: number) => void;
}) {
  const t = useT();
  const { item } = props;
  const answer = answerName(item.question, item.answer, `${item.questionnaireCode}:${item.lineNo}`);
  return (
    <Group gap={6} wrap="nowrap" align="flex-end">
      <div style={{ flex: 1, minWidth: 0 }}>
        <NumberField
          label={answer}
          decimals={2}
          value={item.points}
          onChange={(points) => props.onChange(points ?? 0)}
          disabled={!props.canWrite}
        />
      </div>
      {props.canWrite && (
        <ActionIcon
          variant="subtle"
          aria-label={t("questionnaires.points.remove", { answer })}
          onClick={() => props.onChange(0)}
        >
          <IconX size={15} />
        </ActionIcon>
      )}
    </Group>
  );
}

import { ActionIcon, Button, Fieldset, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { type Translate, useT } from "#web/i18n.ts";
import { questionnaireLengths } from "../../questionnaire.rules.ts";
import {
  blankAnswer,
  type DraftAnswer,
  isWhole,
  type RatingPreset,
  type RatingStepProps,
} from "./rating-draft.ts";

/** How many points lead to which answer. */
export function AnswersStep({ draft, change, isPressed }: RatingStepProps) {
  const t = useT();
  const isOwn = draft.preset === "custom";

  function put(index: number, part: Partial<DraftAnswer>): void {
    change({ answers: draft.answers.map((answer, at) => (at === index ? { ...answer, ...part } : answer)) });
  }

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("questionnaires.wizard.answersText")}
      </Text>
      {draft.answers.map((answer, index) => (
        <Fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is known by its place until it is stored
          key={index}
          legend={nameOf(draft.preset, index, t)}
          p="xs"
        >
          <Group gap="xs" align="flex-start" grow preventGrowOverflow={false}>
            {isOwn && (
              <TextField
                label={t("fields.description")}
                required
                maxLength={questionnaireLengths.description}
                value={answer.description}
                onChange={(description) => put(index, { description })}
              />
            )}
            <NumberField
              label={t("questionnaires.fields.fromValue")}
              decimals={2}
              autoFocus={index === 0 && !isOwn}
              value={answer.fromValue}
              onChange={(fromValue) => put(index, { fromValue })}
            />
            <NumberField
              label={t("questionnaires.fields.toValue")}
              decimals={2}
              value={answer.toValue}
              onChange={(toValue) => put(index, { toValue })}
            />
            {isOwn && draft.answers.length > 1 && (
              <ActionIcon
                variant="subtle"
                mt={24}
                style={{ flexGrow: 0 }}
                aria-label={t("questionnaires.wizard.removeAnswer", { number: index + 1 })}
                onClick={() => change({ answers: draft.answers.filter((_, at) => at !== index) })}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
          {isPressed && !isWhole(answer, draft.preset) && (
            <Text size="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
              {t("questionnaires.wizard.answersText")}
            </Text>
          )}
        </Fieldset>
      ))}
      {isOwn && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => change({ answers: [...draft.answers, blankAnswer] })}
        >
          {t("questionnaires.wizard.addAnswer")}
        </Button>
      )}
    </Stack>
  );
}

const letters = ["A", "B", "C"] as const;

function nameOf(preset: RatingPreset, index: number, t: Translate): string {
  if (preset === "abc") return letters[index] ?? "";
  if (preset === "highLow") return t(`questionnaires.wizard.${index === 0 ? "high" : "low"}`);
  return t("questionnaires.wizard.answer", { number: index + 1 });
}

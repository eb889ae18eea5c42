import { Stack } from "@mantine/core";
import { EnumField } from "#web/fields/EnumField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { questionnaireLengths } from "../../questionnaire.rules.ts";
import { ratingPresets } from "../../ratings.contract.ts";
import { answersOf, type RatingStepProps } from "./rating-draft.ts";

const presetChoices = ratingPresets.map((value) => ({
  value,
  labelKey: `questionnaires.wizard.${value}` as const,
}));

/** Its name and what kind of answers it has. */
export function WhatStep({ draft, change, isPressed }: RatingStepProps) {
  const t = useT();
  return (
    <Stack gap="sm">
      <TextField
        label={t("questionnaires.wizard.description")}
        required
        autoFocus
        maxLength={questionnaireLengths.description}
        value={draft.description}
        onChange={(description) => change({ description })}
        error={isPressed && draft.description === null ? t("web.form.required") : undefined}
      />
      <EnumField
        label={t("questionnaires.wizard.preset")}
        choices={presetChoices}
        required
        value={draft.preset}
        onChange={(preset) => preset && change({ preset, answers: answersOf(preset) })}
      />
      <NumberField
        label={t("questionnaires.fields.minPercentAnswered")}
        description={t("questionnaires.question.minPercentText")}
        unit="%"
        min={0}
        max={100}
        value={draft.minPercentAnswered}
        onChange={(value) => change({ minPercentAnswered: value ?? 0 })}
      />
    </Stack>
  );
}

import { SimpleGrid, Stack } from "@mantine/core";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { EvaluationField } from "../EvaluationField.tsx";

interface ResultValues {
  readonly description: string | null;
  readonly evaluation: Evaluation | null;
  readonly wasSuccessful: boolean;
  readonly durationMin: number | null;
  readonly cost: number | null;
}

interface Binding<Value> {
  readonly value: Value;
  onChange(value: Value): void;
  readonly error?: string | undefined;
}

/** How it went: of a draft, or of an interaction that is logged. */
export function ResultFields({
  field,
}: {
  readonly field: <Name extends keyof ResultValues>(name: Name) => Binding<ResultValues[Name]>;
}) {
  const t = useT();
  const evaluation = field("evaluation");
  return (
    <Stack gap="sm">
      <TextField
        label={t("interactions.facts.description")}
        required
        maxLength={100}
        autoFocus
        {...field("description")}
      />
      <EvaluationField value={evaluation.value} onChange={evaluation.onChange} />
      <SwitchField label={t("interactions.fields.wasSuccessful")} {...field("wasSuccessful")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberField
          label={t("interactions.facts.duration")}
          unit={t("interactions.facts.minutes")}
          min={0}
          {...field("durationMin")}
        />
        <MoneyField label={t("interactions.fields.cost")} min={0} {...field("cost")} />
      </SimpleGrid>
    </Stack>
  );
}

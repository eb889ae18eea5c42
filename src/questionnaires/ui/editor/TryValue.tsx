import { Text } from "@mantine/core";
import { useState } from "react";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { isInRange, roundValue } from "../../classification.rules.ts";
import type { QuestionnaireLine } from "../../lines.contract.ts";

/** Which answers a value leads to, by the rules that the classification follows. */
export function TryValue(props: {
  readonly line: QuestionnaireLine;
  readonly lines: readonly QuestionnaireLine[];
}) {
  const t = useT();
  const format = useFormat();
  const [value, setValue] = useState<number | null>(null);
  const { line } = props;
  const rounded = value === null ? null : roundValue(value, line.decimals);
  const found =
    rounded === null
      ? []
      : props.lines.filter((answer) => answer.questionLineNo === line.lineNo && isInRange(rounded, answer));
  return (
    <div>
      <NumberField
        label={t("questionnaires.question.tryTitle")}
        description={t("questionnaires.question.tryText")}
        decimals={10}
        value={value}
        onChange={setValue}
      />
      {rounded !== null && (
        <Text size="sm" mt={4} role="status">
          {format.number(rounded, { maximumFractionDigits: 10 })}
          {" → "}
          {found.length === 0
            ? t("questionnaires.question.tryNothing")
            : found.map(({ description, lineNo }) => description ?? lineNo).join(", ")}
        </Text>
      )}
    </div>
  );
}

import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { contactListHref } from "#contacts/ui/index.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { useT } from "#web/i18n.ts";
import { priorityChoices } from "../choices.ts";
import type { LineFieldsProps } from "./LinePanel.tsx";

const boundDecimals = 10;

/** The bounds and the priority of an answer. */
export function AnswerFields({ code, line, lines, save, errorOf, canWrite }: LineFieldsProps) {
  const t = useT();
  const question = lines.find(({ lineNo }) => lineNo === line.questionLineNo);
  const hasBounds = question?.autoClassification || line.fromValue !== null || line.toValue !== null;
  return (
    <>
      {hasBounds && (
        <>
          <NumberField
            label={t("questionnaires.fields.fromValue")}
            description={t("questionnaires.answer.fromText")}
            decimals={boundDecimals}
            value={line.fromValue}
            onChange={(fromValue) => save({ fromValue })}
            error={errorOf("fromValue")}
            disabled={!canWrite}
          />
          <NumberField
            label={t("questionnaires.fields.toValue")}
            description={t("questionnaires.answer.toText")}
            decimals={boundDecimals}
            value={line.toValue}
            onChange={(toValue) => save({ toValue })}
            error={errorOf("toValue")}
            disabled={!canWrite}
          />
        </>
      )}
      <EnumField
        label={t("questionnaires.fields.priority")}
        description={t("questionnaires.answer.priorityText")}
        choices={priorityChoices}
        required
        value={line.priority}
        onChange={(priority) => priority && save({ priority })}
        error={errorOf("priority")}
        disabled={!canWrite}
      />
      <Text size="sm">
        {t("questionnaires.editor.contacts", { count: line.noOfContacts })}
        {line.noOfContacts > 0 && (
          <>
            {" · "}
            <Anchor
              component={Link}
              to={contactListHref({ profileAnswer: `${code}:${line.lineNo}` })}
              inherit
            >
              {t("questionnaires.answer.showContacts")}
            </Anchor>
          </>
        )}
      </Text>
    </>
  );
}

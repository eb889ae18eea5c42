import { Text } from "@mantine/core";
import { DateFormulaField } from "#web/fields/DateFormulaField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { isPercentage } from "../../line.rules.ts";
import type { QuestionnaireLine } from "../../lines.contract.ts";
import {
  contactFieldChoices,
  customerFieldChoices,
  methodChoices,
  sortingChoices,
  vendorFieldChoices,
} from "../choices.ts";
import { type Answerer, answererOf, bodyOf } from "./answerers.ts";
import type { LineFieldsProps } from "./LinePanel.tsx";
import { RatingPoints } from "./RatingPoints.tsx";
import { TryValue } from "./TryValue.tsx";

const answererChoices = [
  { value: "people", labelKey: "questionnaires.question.byPeople" },
  { value: "contact", labelKey: "questionnaires.question.byContact" },
  { value: "customer", labelKey: "questionnaires.question.byCustomer" },
  { value: "vendor", labelKey: "questionnaires.question.byVendor" },
  { value: "rating", labelKey: "questionnaires.question.byRating" },
] as const satisfies readonly { readonly value: Answerer; readonly labelKey: string }[];

/** Who answers a question, and how Rapport does. */
export function QuestionFields(props: LineFieldsProps) {
  const t = useT();
  const format = useFormat();
  const { line, save, canWrite } = props;
  const answerer = answererOf(line);
  return (
    <>
      <EnumField
        label={t("questionnaires.question.answeredBy")}
        description={answerer === "people" ? undefined : t("questionnaires.question.answeredByText")}
        choices={answererChoices}
        required
        value={answerer}
        onChange={(next) => next && next !== answerer && save(bodyOf(next, line))}
        error={props.errorOf("autoClassification")}
        disabled={!canWrite}
      />
      {(answerer === "people" || line.multipleAnswers) && (
        <SwitchField
          label={t("questionnaires.fields.multipleAnswers")}
          description={t("questionnaires.question.multipleText")}
          value={line.multipleAnswers}
          onChange={(multipleAnswers) => save({ multipleAnswers })}
          disabled={!canWrite}
        />
      )}
      {answerer !== "people" && answerer !== "rating" && <FigureFields {...props} answerer={answerer} />}
      {answerer === "rating" && <RatingFields {...props} />}
      {answerer !== "people" && (
        <>
          <NumberField
            label={t("questionnaires.fields.decimals")}
            description={t("questionnaires.question.decimalsText")}
            min={-25}
            max={25}
            value={line.decimals}
            onChange={(decimals) => save({ decimals: decimals ?? 0 })}
            error={props.errorOf("decimals")}
            disabled={!canWrite}
          />
          <TryValue line={line} lines={props.lines} />
          <Text size="xs" c="dimmed">
            {line.classifiedOn === null
              ? t("questionnaires.question.neverClassified")
              : t("questionnaires.question.classifiedOn", { date: format.date(line.classifiedOn) })}
          </Text>
        </>
      )}
    </>
  );
}

/** Which figure, of which time, compared with what. */
function FigureFields(props: LineFieldsProps & { readonly answerer: "contact" | "customer" | "vendor" }) {
  const t = useT();
  const { line, save, errorOf, canWrite } = props;
  return (
    <>
      <ClassField {...props} />
      <DateFormulaField
        label={t("questionnaires.question.from")}
        description={t("questionnaires.question.formulaText")}
        value={line.startingDateFormula}
        onChange={(startingDateFormula) => save({ startingDateFormula })}
        error={errorOf("startingDateFormula")}
        disabled={!canWrite}
      />
      <DateFormulaField
        label={t("questionnaires.question.to")}
        value={line.endingDateFormula}
        onChange={(endingDateFormula) => save({ endingDateFormula })}
        error={errorOf("endingDateFormula")}
        disabled={!canWrite}
      />
      <EnumField
        label={t("questionnaires.question.method")}
        description={t("questionnaires.question.methodText")}
        choices={methodChoices}
        required
        value={line.classificationMethod}
        onChange={(classificationMethod) => save({ classificationMethod })}
        error={errorOf("classificationMethod")}
        disabled={!canWrite}
      />
      {isPercentage(line.classificationMethod) && (
        <EnumField
          label={t("questionnaires.question.sorting")}
          choices={sortingChoices}
          required
          value={line.sortingMethod}
          onChange={(sortingMethod) => save({ sortingMethod })}
          error={errorOf("sortingMethod")}
          disabled={!canWrite}
        />
      )}
    </>
  );
}

function ClassField({
  answerer,
  line,
  save,
  errorOf,
  canWrite,
}: LineFieldsProps & { readonly answerer: "contact" | "customer" | "vendor" }) {
  const t = useT();
  const common = { label: t("questionnaires.question.figure"), required: true, disabled: !canWrite };
  if (answerer === "customer")
    return (
      <EnumField
        {...common}
        choices={customerFieldChoices}
        value={line.customerClassField}
        onChange={(customerClassField) => save({ customerClassField })}
        error={errorOf("customerClassField")}
      />
    );
  if (answerer === "vendor")
    return (
      <EnumField
        {...common}
        choices={vendorFieldChoices}
        value={line.vendorClassField}
        onChange={(vendorClassField) => save({ vendorClassField })}
        error={errorOf("vendorClassField")}
      />
    );
  return (
    <EnumField
      {...common}
      choices={contactFieldChoices}
      value={line.contactClassField as Exclude<QuestionnaireLine["contactClassField"], "rating">}
      onChange={(contactClassField) => save({ contactClassField })}
      error={errorOf("contactClassField")}
    />
  );
}

/** What a rating rests on. */
function RatingFields(props: LineFieldsProps) {
  const t = useT();
  const { code, line, save, canWrite } = props;
  return (
    <>
      <NumberField
        label={t("questionnaires.fields.minPercentAnswered")}
        description={t("questionnaires.question.minPercentText")}
        unit="%"
        min={0}
        max={100}
        value={line.minPercentAnswered}
        onChange={(minPercentAnswered) => save({ minPercentAnswered: minPercentAnswered ?? 0 })}
        error={props.errorOf("minPercentAnswered")}
        disabled={!canWrite}
      />
      <RatingPoints code={code} line={line} canWrite={canWrite} />
    </>
  );
}

import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useParams } from "@tanstack/react-router";
import { businessRelations } from "#setup/lists/lists.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { SavingForm } from "#web/card/SavingForm.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { describedOption, lookupOf } from "#web/fields/lookup.ts";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { questionnaireLengths as length } from "../../questionnaire.rules.ts";
import {
  changeQuestionnaire,
  getQuestionnaire,
  type Questionnaire,
  QuestionnaireChanges,
} from "../../questionnaires.contract.ts";
import { classifyOne, deleteQuestionnaireAction, newRating, showDistribution } from "../actions.ts";
import { questionnaireHref, questionnairesPath } from "../addresses.ts";
import { contactTypeChoices, priorityChoices, scheduleChoices, weekdayChoices } from "../choices.ts";
import { LinePanel } from "./LinePanel.tsx";
import { useLines } from "./use-lines.ts";
import { Worksheet } from "./Worksheet.tsx";

const labels = {
  code: "fields.code",
  description: "fields.description",
  contactType: "questionnaires.fields.contactType",
  businessRelationCode: "questionnaires.fields.businessRelationCode",
  priority: "questionnaires.fields.priority",
  classificationSchedule: "questionnaires.fields.classificationSchedule",
  classificationWeekday: "questionnaires.fields.classificationWeekday",
  classificationHour: "questionnaires.fields.classificationHour",
} as const;

const relationSource = lookupOf(businessRelations.list, {
  option: describedOption,
});
const cardActions = [showDistribution, classifyOne, newRating, deleteQuestionnaireAction];

/** A questionnaire: whom it is for, its questions and answers, and the fields of the chosen line. */
export function QuestionnairePage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { data, error, refetch } = useEndpoint(getQuestionnaire, { params: { code } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <QuestionnaireEditor key={data.code} record={data} />;
}

function QuestionnaireEditor({ record }: { readonly record: Questionnaire }) {
  const t = useT();
  const canWrite = useMay()("setup.write");
  const form = useHeaderForm(record);
  const { lines, error, refetch, warnings, writes } = useLines(record.code);
  const { search, change } = useListSearch();
  const selected = lines?.find(({ lineNo }) => String(lineNo) === search.line) ?? null;
  const isNarrow = useMediaQuery("(max-width: 1050px)", false, { getInitialValueInEffect: false });
  const panel = selected && lines && (
    <LinePanel
      key={selected.lineNo}
      code={record.code}
      line={selected}
      lines={lines}
      writes={writes}
      canWrite={canWrite}
    />
  );
  const aside = panel ?? (
    <Text size="sm" c="dimmed">
      {t("questionnaires.editor.noneSelected")}
    </Text>
  );
  return (
    <CardPage
      title={record.description ?? record.code}
      path={useSetupPath({ label: t("questionnaires.list.title"), to: questionnairesPath })}
      actions={cardActions}
      subject={record}
      form={form}
      placesForm
      {...(isNarrow ? {} : { facts: aside })}
    >
      <SavingForm form={form}>
        <HeaderGroup record={record} form={form} canWrite={canWrite} />
      </SavingForm>
      <CardGroup name="questionnaires.lines" titleKey="questionnaires.editor.lines" layout="plain">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {lines && (
          <Worksheet
            lines={lines}
            warnings={warnings}
            writes={writes}
            selected={selected}
            onSelect={({ lineNo }) => change({ line: String(lineNo) })}
            canWrite={canWrite}
            below={isNarrow ? panel : null}
          />
        )}
      </CardGroup>
    </CardPage>
  );
}

function useHeaderForm(record: Questionnaire) {
  const ui = useUi();
  const params = { code: record.code };
  return useCardForm({
    schema: QuestionnaireChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeQuestionnaire, { params, body, ifMatch });
      if (saved.code !== record.code) ui.go(questionnaireHref(saved.code));
      await refresh(ui.queries, ["questionnaires", "questionnaire-answers"]);
      return saved;
    },
    reload: () => call(getQuestionnaire, { params }),
  });
}

/** Whom the questionnaire is for, folded once it has questions. */
function HeaderGroup(props: {
  readonly record: Questionnaire;
  readonly form: ReturnType<typeof useHeaderForm>;
  readonly canWrite: boolean;
}) {
  const t = useT();
  const { record, form } = props;
  const audience = t(`questionnaires.list.${record.contactType ?? "everybody"}`);
  return (
    <fieldset disabled={!props.canWrite} style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}>
      <CardGroup
        name="questionnaires.general"
        titleKey="questionnaires.editor.general"
        startsFolded={record.noOfQuestions > 0}
        summary={[record.code, audience, record.businessRelationCode].filter(Boolean).join(" · ")}
      >
        <TextField
          label={t("fields.description")}
          maxLength={length.description}
          {...form.field("description")}
        />
        <TextField
          label={t("fields.code")}
          required
          maxLength={length.code}
          {...form.field("code")}
          onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
        />
        <EnumField
          label={t(labels.contactType)}
          description={t("questionnaires.editor.contactTypeText")}
          choices={contactTypeChoices}
          {...form.field("contactType")}
        />
        <LookupField
          label={t(labels.businessRelationCode)}
          description={t("questionnaires.editor.businessRelationText")}
          source={relationSource}
          {...form.field("businessRelationCode")}
        />
        <EnumField
          label={t(labels.priority)}
          description={t("questionnaires.editor.priorityText")}
          choices={priorityChoices}
          required
          {...form.field("priority")}
        />
        <ScheduleFields form={form} />
      </CardGroup>
    </fieldset>
  );
}

/** When it is classified by itself; a day and an hour only where they count. */
function ScheduleFields({ form }: { readonly form: ReturnType<typeof useHeaderForm> }) {
  const t = useT();
  const schedule = form.values.classificationSchedule;
  return (
    <>
      <EnumField
        label={t(labels.classificationSchedule)}
        description={t("questionnaires.editor.scheduleText")}
        choices={scheduleChoices}
        required
        {...form.field("classificationSchedule")}
      />
      {schedule === "weekly" && (
        <EnumField
          label={t(labels.classificationWeekday)}
          choices={weekdayChoices}
          required
          {...form.field("classificationWeekday")}
        />
      )}
      {schedule !== "off" && (
        <NumberField
          label={t(labels.classificationHour)}
          description={t("questionnaires.editor.hourText")}
          required
          min={0}
          max={23}
          {...form.field("classificationHour")}
        />
      )}
    </>
  );
}

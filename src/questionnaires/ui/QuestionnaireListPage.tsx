import { Button } from "@mantine/core";
import { businessRelations } from "#setup/lists/lists.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { openDialog } from "#web/dialogs.ts";
import { describedOption, lookupOf } from "#web/fields/lookup.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { listQuestionnaires, type Questionnaire } from "../questionnaires.contract.ts";
import {
  classifyAll,
  classifyOne,
  deleteQuestionnaireAction,
  newQuestionnaire,
  showDistribution,
} from "./actions.ts";
import { questionnaireHref } from "./addresses.ts";
import { contactTypeChoices, priorityChoices } from "./choices.ts";

const relationSource = lookupOf(businessRelations.list, {
  option: describedOption,
});

function ContactType({ contactType }: Pick<Questionnaire, "contactType">) {
  const t = useT();
  return t(`questionnaires.list.${contactType ?? "everybody"}`);
}

function PriorityWord({ priority }: Pick<Questionnaire, "priority">) {
  const t = useT();
  return t(`questionnaires.priority.${priority}`);
}

const columns: readonly Column<Questionnaire>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description, code }) => description ?? code,
    width: 220,
    grow: 2,
    isSortable: true,
  },
  {
    key: "code",
    headerKey: "fields.code",
    render: ({ code }) => code,
    width: 140,
    grow: 0,
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "contactType",
    headerKey: "questionnaires.fields.contactType",
    render: (row) => <ContactType {...row} />,
    width: 170,
    grow: 0,
    onCard: "subtitle",
    filter: {
      kind: "enum",
      key: "contactType",
      labelKey: "questionnaires.fields.contactType",
      choices: contactTypeChoices,
    },
  },
  {
    key: "businessRelationCode",
    headerKey: "questionnaires.fields.businessRelationCode",
    render: ({ businessRelationCode }) => businessRelationCode,
    width: 140,
    grow: 0,
    filter: {
      kind: "code",
      key: "businessRelationCode",
      labelKey: "questionnaires.fields.businessRelationCode",
      source: relationSource,
    },
  },
  {
    key: "priority",
    headerKey: "questionnaires.fields.priority",
    render: (row) => <PriorityWord {...row} />,
    width: 150,
    grow: 0,
    filter: {
      kind: "enum",
      key: "priority",
      labelKey: "questionnaires.fields.priority",
      choices: priorityChoices,
    },
  },
  {
    key: "noOfQuestions",
    headerKey: "questionnaires.fields.noOfQuestions",
    render: ({ noOfQuestions }, format) => format.number(noOfQuestions),
    width: 110,
    grow: 0,
    align: "end",
  },
];

const codeOf = ({ code }: Questionnaire) => code;
const hrefOf = ({ code }: Questionnaire) => questionnaireHref(code);
const pageActions = [newQuestionnaire, classifyAll];
const rowActions = [showDistribution, classifyOne, deleteQuestionnaireAction];
const exportHref = exportOf(listQuestionnaires);

export function QuestionnaireListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="questionnaires"
      titleKey="questionnaires.list.title"
      path={useSetupPath()}
      endpoint={listQuestionnaires}
      columns={columns}
      rowKey={codeOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={rowActions}
      exportHref={exportHref}
      emptyTitleKey="questionnaires.list.empty"
      emptyTextKey="questionnaires.list.emptyText"
      emptyChildren={
        may("setup.write") && (
          <Button onClick={() => openDialog("questionnaires.new", {})}>
            {t("questionnaires.new.title")}
          </Button>
        )
      }
    />
  );
}

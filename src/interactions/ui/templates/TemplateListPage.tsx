import { Button } from "@mantine/core";
import { type InteractionTemplate, listInteractionTemplates } from "#interactions/templates.contract.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useUi } from "#web/ui.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { templateHref } from "../addresses.ts";
import { ChannelIcon } from "../ChannelIcon.tsx";
import { enumKey } from "../choices.ts";
import { groupSource } from "../lookups.ts";
import { factsOf } from "../quick-log/TemplatePicker.tsx";
import { GroupName } from "../SetupName.tsx";
import { useGroups } from "../use-templates.ts";
import { newTemplate, templateActions } from "./template-actions.ts";

const columns: readonly Column<InteractionTemplate>[] = [
  {
    key: "description",
    headerKey: "interactions.facts.description",
    render: (template) => <TemplateName template={template} />,
    width: 220,
    grow: 2,
    isSortable: true,
    onCard: "title",
  },
  {
    key: "code",
    headerKey: "web.setup.code",
    render: ({ code }) => code,
    width: 120,
    grow: 0,
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "interactionGroupCode",
    headerKey: "interactions.facts.group",
    render: ({ interactionGroupCode }) => <GroupName code={interactionGroupCode} />,
    width: 150,
    grow: 1,
    filter: {
      kind: "code",
      key: "interactionGroupCode",
      labelKey: "interactions.facts.group",
      source: groupSource,
    },
    onCard: "subtitle",
  },
  {
    key: "unitDurationMin",
    headerKey: "interactions.facts.duration",
    render: ({ unitDurationMin }, format) =>
      unitDurationMin === 0 ? null : format.duration(unitDurationMin),
    width: 100,
    grow: 0,
    align: "end",
  },
  {
    key: "unitCost",
    headerKey: "interactions.fields.cost",
    render: ({ unitCost }, format) => (unitCost === 0 ? null : format.money(unitCost)),
    width: 100,
    grow: 0,
    align: "end",
  },
  {
    key: "informationFlow",
    headerKey: "interactions.fields.informationFlow",
    render: ({ informationFlow }) => informationFlow && <EnumText value={informationFlow} />,
    width: 130,
    grow: 0.4,
    onCard: "none",
  },
  {
    key: "initiatedBy",
    headerKey: "interactions.fields.initiatedBy",
    render: ({ initiatedBy }) => initiatedBy && <EnumText value={initiatedBy} />,
    width: 120,
    grow: 0.4,
    onCard: "none",
  },
  {
    key: "defaultCorrespondenceType",
    headerKey: "interactions.fields.defaultCorrespondenceType",
    render: ({ defaultCorrespondenceType: type }) => type && <EnumText value={type} />,
    width: 150,
    grow: 0.4,
    startsHidden: true,
    onCard: "none",
  },
];

const filters: readonly Filter[] = [
  { kind: "flag", key: "archived", labelKey: "interactions.templates.archived" },
];

const keyOf = ({ code }: InteractionTemplate) => code;
const hrefOf = ({ code }: InteractionTemplate) => templateHref(code);
const exportHref = exportOf(listInteractionTemplates);

/** The kinds of interactions that can be logged, and what each presets. */
export function TemplateListPage() {
  const ui = useUi();
  const t = useT();
  return (
    <ListPage
      name="interaction-templates"
      titleKey="interactions.templates.title"
      endpoint={listInteractionTemplates}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      rowHref={hrefOf}
      actions={[newTemplate]}
      rowActions={templateActions}
      exportHref={exportHref}
      emptyTextKey="interactions.templates.emptyText"
      emptyChildren={
        ui.may("interactionSetup.write") && (
          <Button onClick={() => void newTemplate.run(undefined, ui)}>
            {t("interactions.templates.new")}
          </Button>
        )
      }
    />
  );
}

function TemplateName({ template }: { readonly template: InteractionTemplate }) {
  const t = useT();
  const groups = useGroups();
  return (
    <span
      style={{
        display: "inline-flex",
        gap: 8,
        alignItems: "center",
        maxWidth: "100%",
        verticalAlign: "middle",
      }}
    >
      <ChannelIcon facts={factsOf(template, groups)} />
      <span style={{ overflow: "hidden", textOverflow: "ellipsis" }}>
        {template.description ?? template.code}
      </span>
      {template.archived && <StatusBadge>{t("interactions.templates.archived")}</StatusBadge>}
    </span>
  );
}

function EnumText({ value }: { readonly value: Parameters<typeof enumKey>[0] }) {
  return useT()(enumKey(value));
}

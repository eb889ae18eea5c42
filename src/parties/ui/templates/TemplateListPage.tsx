import { Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useSetupPath } from "#setup/ui/index.ts";
import { action } from "#web/actions.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import {
  deletePartyTemplate,
  listPartyTemplates,
  type PartyTemplate,
} from "../../templates/templates.contract.ts";
import { contactTypeChoices } from "../NewPartyDialog.tsx";
import { kindChoices } from "../party-contracts.ts";
import { Kind, Type } from "./words.tsx";

const columns: readonly Column<PartyTemplate>[] = [
  {
    key: "code",
    headerKey: "fields.code",
    render: ({ code }) => code,
    width: 130,
    grow: 0,
    isSortable: true,
  },
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 200,
    grow: 2,
    isSortable: true,
    onCard: "subtitle",
  },
  {
    key: "kind",
    headerKey: "fields.kind",
    render: ({ kind }) => <Kind kind={kind} />,
    width: 130,
    grow: 0,
    isSortable: true,
    filter: { kind: "enum", key: "kind", labelKey: "fields.kind", choices: kindChoices },
    onCard: "aside",
  },
  {
    key: "contactType",
    headerKey: "fields.contactType",
    render: ({ contactType }) => <Type type={contactType} />,
    width: 130,
    grow: 0,
    filter: { kind: "enum", key: "contactType", labelKey: "fields.contactType", choices: contactTypeChoices },
    onCard: "line",
  },
  {
    key: "countryCode",
    headerKey: "fields.countryCode",
    render: ({ countryCode }) => countryCode,
    givesWay: 3,
  },
  {
    key: "currencyCode",
    headerKey: "fields.currencyCode",
    render: ({ currencyCode }) => currencyCode,
    givesWay: 4,
  },
  {
    key: "languageCode",
    headerKey: "fields.languageCode",
    render: ({ languageCode }) => languageCode,
    givesWay: 2,
  },
  {
    key: "territoryCode",
    headerKey: "fields.territoryCode",
    render: ({ territoryCode }) => territoryCode,
    givesWay: 1,
  },
  { key: "noSeries", headerKey: "fields.noSeries", render: ({ noSeries }) => noSeries, givesWay: 5 },
];

const rowActions = [
  action<PartyTemplate>({
    key: "parties.template.edit",
    labelKey: "parties.templates.edit",
    icon: IconPencil,
    right: "setup.write",
    run: (template, ui) => ui.openDialog("parties.template", { template }),
  }),
  action<PartyTemplate>({
    key: "parties.template.delete",
    labelKey: "parties.templates.delete",
    icon: IconTrash,
    tone: "danger",
    right: "setup.write",
    run: async ({ kind, code, version }, ui) => {
      const isMeant = await ui.ask({
        title: ui.t("parties.templates.deleteTitle", { code }),
        text: ui.t("parties.templates.deleteText"),
        confirmLabel: ui.t("parties.templates.delete"),
        tone: "danger",
      });
      if (!isMeant) return;
      if (await ui.call(deletePartyTemplate, { params: { kind, code }, ifMatch: version }))
        ui.showSuccess(ui.t("parties.templates.deleted", { code }));
    },
  }),
];
const pageActions = [
  action({
    key: "parties.template.new",
    labelKey: "parties.templates.new",
    icon: IconPlus,
    shortcut: "N",
    tone: "primary",
    right: "setup.write",
    run: (_, ui) => ui.openDialog("parties.template", { template: null }),
  }),
];
const keyOf = ({ kind, code }: PartyTemplate) => `${kind}/${code}`;
const exportHref = exportOf(listPartyTemplates);

/** What contacts leave blank when they become customers, vendors, … */
export function TemplateListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="partyTemplates"
      titleKey="parties.templates.title"
      path={useSetupPath()}
      endpoint={listPartyTemplates}
      columns={columns}
      rowKey={keyOf}
      onOpen={(template) => {
        if (may("setup.write")) void openDialog("parties.template", { template });
      }}
      actions={pageActions}
      rowActions={rowActions}
      exportHref={exportHref}
      emptyTitleKey="parties.templates.empty"
      emptyTextKey="parties.templates.emptyText"
      emptyChildren={
        may("setup.write") && (
          <Button onClick={() => openDialog("parties.template", { template: null })}>
            {t("parties.templates.new")}
          </Button>
        )
      }
    />
  );
}

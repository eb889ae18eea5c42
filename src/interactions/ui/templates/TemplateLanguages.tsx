import { ActionIcon, Button, Text, TextInput } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import {
  changeInteractionTemplate,
  deleteTemplateLanguage,
  type InteractionTemplate,
  putTemplateLanguage,
} from "#interactions/templates.contract.ts";
import { call } from "#web/api-client.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { isProblem } from "#web/problem.ts";
import { refresh } from "#web/query.ts";
import { type Ui, useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { TemplateAttachment } from "../attachments/TemplateAttachment.tsx";
import { languageSource } from "../lookups.ts";
import classes from "./TemplateLanguages.module.css";

const ChangeLanguageDialog = lazy(async () => ({
  default: (await import("./ChangeLanguageDialog.tsx")).ChangeLanguageDialog,
}));

type LanguageRow = InteractionTemplate["languages"][number];

/** In the address of a row, the one without a particular language. */
const noLanguage = "-";

/** The languages of a template, one row each; what is changed here is saved at once. */
export function TemplateLanguages({ template }: { readonly template: InteractionTemplate }) {
  const t = useT();
  const ui = useUi();
  const mayChange = ui.may("interactionSetup.write");
  const { code, languages, defaultLanguageCode } = template;

  async function add(languageCode: string | null): Promise<void> {
    if (languageCode === null) return;
    await ui.call(putTemplateLanguage, {
      params: { code, languageCode },
      body: { description: template.description },
    });
  }

  return (
    <>
      <Text size="sm" c="dimmed" mb={8}>
        {t("interactions.templates.languagesText")}
      </Text>
      {languages.length > 0 && (
        <table className={classes.table} aria-label={t("interactions.templates.languages")}>
          <thead>
            <tr>
              <th scope="col" className={classes.code}>
                {t("interactions.templates.languageRow")}
              </th>
              <th scope="col">{t("interactions.templates.languageDescription")}</th>
              <th scope="col">{t("interactions.attachments.title")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("web.list.rowMenu")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {languages.map((row) => (
              <Row
                key={`${row.languageCode}:${row.description}`}
                template={template}
                row={row}
                isDefault={row.languageCode !== null && row.languageCode === defaultLanguageCode}
                mayChange={mayChange}
              />
            ))}
          </tbody>
        </table>
      )}
      {mayChange && !languages.some(({ languageCode }) => languageCode === defaultLanguageCode) && (
        <div className={classes.bottom}>
          <TemplateAttachment
            code={code}
            row={{ languageCode: defaultLanguageCode, description: null, attachmentNo: null }}
            mayChange
          />
        </div>
      )}
      {mayChange && (
        <div className={classes.bottom}>
          <LookupField
            key={languages.length}
            label={t("interactions.templates.addLanguage")}
            source={languageSource}
            value={null}
            onChange={(languageCode) => void add(languageCode)}
          />
          <LookupField
            label={t("interactions.fields.defaultLanguageCode")}
            source={languageSource}
            value={defaultLanguageCode}
            onChange={(languageCode) => void chooseDefault(ui, template, languageCode)}
          />
        </div>
      )}
    </>
  );
}

function Row(props: {
  readonly template: InteractionTemplate;
  readonly row: LanguageRow;
  readonly isDefault: boolean;
  readonly mayChange: boolean;
}) {
  const t = useT();
  const ui = useUi();
  const { template, row, mayChange } = props;
  const name = row.languageCode ?? t("interactions.templates.noLanguage");
  const params = { code: template.code, languageCode: row.languageCode ?? noLanguage };
  const [description, setDescription] = useState(row.description ?? "");
  const [isChanging, setIsChanging] = useState(false);

  async function save(): Promise<void> {
    if (description.trim() === (row.description ?? "")) return;
    await ui.call(putTemplateLanguage, { params, body: { description: description.trim() || null } });
  }

  async function remove(): Promise<void> {
    // A file that was deleted cannot be brought back.
    if (row.attachmentNo !== null) {
      const isMeant = await ui.ask({
        title: t("interactions.attachments.removeLanguageTitle"),
        text: t("interactions.attachments.removeLanguageText"),
        confirmLabel: t("interactions.templates.removeLanguage", { language: name }),
        tone: "danger",
      });
      if (isMeant) await ui.call(deleteTemplateLanguage, { params });
      return;
    }
    const done = await ui.call(deleteTemplateLanguage, { params });
    if (!done) return;
    ui.showUndo(t("interactions.templates.languageRemoved", { language: name }), async () => {
      await ui.call(putTemplateLanguage, { params, body: { description: row.description } });
      if (props.isDefault) await chooseDefault(ui, template, row.languageCode);
    });
  }

  return (
    <tr>
      <td>
        <span className={classes.language}>
          {name}
          {mayChange && (
            <ActionIcon
              size={24}
              aria-label={t("interactions.templates.changeLanguageOf", { language: name })}
              onClick={() => setIsChanging(true)}
            >
              <IconPencil size={15} stroke={1.6} />
            </ActionIcon>
          )}
        </span>
        {isChanging && (
          <Suspense fallback={null}>
            <ChangeLanguageDialog
              code={template.code}
              languageCode={row.languageCode}
              onClose={() => setIsChanging(false)}
            />
          </Suspense>
        )}
      </td>
      <td>
        <TextInput
          aria-label={`${t("interactions.templates.languageDescription")}: ${name}`}
          maxLength={100}
          disabled={!mayChange}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void save();
          }}
        />
      </td>
      <td>
        <TemplateAttachment code={template.code} row={row} mayChange={mayChange} />
      </td>
      <td>
        <div className={classes.buttons}>
          {props.isDefault ? (
            <StatusBadge tone="info">{t("interactions.templates.isDefault")}</StatusBadge>
          ) : (
            mayChange &&
            row.languageCode !== null && (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => void chooseDefault(ui, template, row.languageCode)}
              >
                {t("interactions.templates.makeDefault")}
              </Button>
            )
          )}
          {mayChange && (
            <ActionIcon
              size={24}
              ml={6}
              aria-label={t("interactions.templates.removeLanguage", { language: name })}
              onClick={() => void remove()}
            >
              <IconTrash size={15} stroke={1.6} />
            </ActionIcon>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Makes a language the default; without a row of it, one is asked whether to create it (interactions §8.1). */
async function chooseDefault(
  ui: Ui,
  template: InteractionTemplate,
  defaultLanguageCode: string | null,
): Promise<void> {
  const params = { code: template.code };
  const send = (createLanguage?: boolean) =>
    call(changeInteractionTemplate, {
      params,
      body: { defaultLanguageCode, ...(createLanguage === undefined ? {} : { createLanguage }) },
    });
  try {
    await send().catch(async (error: unknown) => {
      if (!isProblem(error, "confirmation_required")) throw error;
      const isMeant = await ui.ask({
        title: ui.t("interactions.templates.createLanguageTitle"),
        text: ui.t("interactions.templates.createLanguageText", { language: defaultLanguageCode ?? "" }),
        confirmLabel: ui.t("interactions.templates.createLanguage"),
      });
      if (isMeant) await send(true);
    });
  } catch (error) {
    showProblem(error);
  }
  await refresh(ui.queries, ["interaction-templates"]);
}

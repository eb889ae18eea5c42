import { Select } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import { compareTexts } from "#web/format.ts";
import { useLanguage, useT } from "#web/i18n.ts";
import { ChannelIcon } from "../ChannelIcon.tsx";
import { useGroups } from "../use-templates.ts";

/** Chooses the template by its name, under its group and with its icon. */
export function TemplatePicker(props: {
  readonly templates: readonly InteractionTemplate[] | undefined;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly error: string | undefined;
  readonly hasFocus: boolean;
  readonly disabled?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const groups = useGroups();
  const { templates = [], value } = props;
  const byCode = new Map(templates.map((template) => [template.code, template]));
  const nameOf = (code: string) => groups.get(code) ?? code;
  const codes = [...new Set(templates.map(({ interactionGroupCode }) => interactionGroupCode))];
  const sorted = codes.sort((a, b) => compareTexts(nameOf(a), nameOf(b), language));
  const data = sorted.map((group) => ({
    group: nameOf(group),
    items: templates
      .filter(({ interactionGroupCode }) => interactionGroupCode === group)
      .map(({ code, description }) => ({ value: code, label: description ?? code })),
  }));
  const icon = (code: string | null) => {
    const template = code === null ? undefined : byCode.get(code);
    return template && <ChannelIcon facts={factsOf(template, groups)} />;
  };
  return (
    <Select
      label={t("interactions.facts.template")}
      placeholder={t("interactions.quickLog.templateHint")}
      required
      withAsterisk={false}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      checkIconPosition="right"
      // The list itself scrolls, so that it is scrolled by the arrows of the field.
      withScrollArea={false}
      styles={{ options: { maxHeight: 340, overflowY: "auto" } }}
      nothingFoundMessage={t("web.lookup.nothing")}
      data={data}
      value={byCode.has(value ?? "") ? value : null}
      onChange={props.onChange}
      error={props.error}
      disabled={props.disabled ?? false}
      leftSection={icon(value)}
      rightSection={<IconSelector size={15} stroke={1.6} aria-hidden />}
      rightSectionPointerEvents="none"
      onFocus={(event) => event.currentTarget.select()}
      renderOption={({ option }) => (
        <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
          {icon(option.value)}
          {option.label}
        </span>
      )}
      {...(props.hasFocus ? { "data-autofocus": true } : {})}
    />
  );
}

/** What tells the channel of a template. */
export function factsOf(
  template: Pick<
    InteractionTemplate,
    "code" | "description" | "interactionGroupCode" | "defaultCorrespondenceType"
  >,
  groups: ReadonlyMap<string, string>,
) {
  return {
    groupCode: template.interactionGroupCode,
    groupDescription: groups.get(template.interactionGroupCode),
    templateCode: template.code,
    templateDescription: template.description,
    correspondenceType: template.defaultCorrespondenceType,
  };
}

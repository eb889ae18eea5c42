import { Input, Radio, Text } from "@mantine/core";
import { useState } from "react";
import { listInteractionTemplates } from "#interactions/templates.contract.ts";
import { type Branch, branches, branchPresets } from "#setup/assistant-presets/templates.data.ts";
import { useLanguage, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./AssistantPage.module.css";
import { StepForm } from "./StepForm.tsx";
import { saveTemplates } from "./save-steps.ts";

export function TemplatesStep() {
  const t = useT();
  const language = useLanguage();
  const [branch, setBranch] = useState<Branch>("sales");
  const existing = useEndpoint(listInteractionTemplates, { query: { limit: "1", count: "true" } });
  const count = existing.data?.totalCount ?? 0;
  return (
    <StepForm
      step="templates"
      text={t("setup.assistant.templates.text")}
      save={() => saveTemplates(branch, language).then(() => true)}
      changes={["interaction-templates", "interaction-groups"]}
    >
      <div data-wide>
        <Radio.Group
          label={t("setup.assistant.templates.branch")}
          value={branch}
          onChange={(chosen) => setBranch(chosen as Branch)}
        >
          <div className={classes.branches}>
            {branches.map((name) => (
              <Radio.Card key={name} value={name} className={classes.branch}>
                <Text size="sm" fw={600}>
                  {t(`setup.assistant.templates.branches.${name}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`setup.assistant.templates.branches.${name}Text`)}
                </Text>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      </div>
      <div data-wide>
        <TemplateTable branch={branch} />
        {count > 0 && (
          <Input.Description mt={8}>{t("setup.assistant.templates.exists", { count })}</Input.Description>
        )}
      </div>
    </StepForm>
  );
}

function TemplateTable({ branch }: { readonly branch: Branch }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("setup.assistant.templates.template")}</th>
          <th scope="col" className={classes.figure}>
            {t("setup.assistant.templates.cost")}
          </th>
          <th scope="col" className={classes.figure}>
            {t("setup.assistant.templates.duration")}
          </th>
        </tr>
      </thead>
      <tbody>
        {branchPresets[branch].templates.map(({ code, description, unitCost, unitDurationMin }) => (
          <tr key={code}>
            <td>{description[language]}</td>
            <td className={classes.figure}>{format.money(unitCost)}</td>
            <td className={classes.figure}>{format.duration(unitDurationMin)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { ActionIcon } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { codeAndDescription, type SetupField } from "#web/setup/setup-fields.ts";
import * as contract from "../../retention/retention.contract.ts";
import { RunRuleDialog } from "./RunRuleDialog.tsx";

const fields: readonly SetupField[] = [
  ...codeAndDescription,
  {
    key: "what",
    labelKey: "fields.what",
    kind: "enum",
    choices: contract.retentionSubjects.map((value) => ({
      value,
      labelKey: `privacy.retention.subjects.${value}` as const,
    })),
    isRequired: true,
    width: 210,
  },
  { key: "months", labelKey: "fields.months", kind: "number", isRequired: true, width: 110 },
  { key: "keepsLinked", labelKey: "fields.keepsLinked", kind: "flag", width: 130 },
  {
    key: "action",
    labelKey: "fields.action",
    kind: "enum",
    choices: contract.retentionActions.map((value) => ({
      value,
      labelKey: `privacy.retention.actions.${value}` as const,
    })),
    isRequired: true,
    width: 150,
  },
  { key: "nightly", labelKey: "fields.nightly", kind: "flag", width: 110 },
];

const endpoints = {
  list: contract.listRetentionRules,
  get: contract.getRetentionRule,
  create: contract.createRetentionRule,
  change: contract.changeRetentionRule,
  remove: contract.deleteRetentionRule,
};

/** What is not kept for ever: rules, and what each would find. */
export function RetentionRulesPage() {
  const t = useT();
  const may = useMay();
  const [asked, setAsked] = useState<string | null>(null);
  const mayRun = may("jobs.run") && may("privacy.manage");
  return (
    <>
      <SetupListPage
        titleKey="setup.pages.retention"
        subtitleKey="privacy.retention.subtitle"
        path={[{ label: t("setup.overview.title"), to: "/setup" }]}
        fields={fields}
        endpoints={endpoints}
        right="privacy.manage"
        emptyTextKey="privacy.retention.empty"
        rowButtons={
          mayRun
            ? (code) => (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("privacy.retention.runOf", { code })}
                  title={t("privacy.retention.run")}
                  onClick={() => setAsked(code)}
                >
                  <IconPlayerPlay size={15} stroke={1.7} aria-hidden />
                </ActionIcon>
              )
            : undefined
        }
      />
      {asked !== null && <RunRuleDialog code={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

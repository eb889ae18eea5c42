import { Button, Text, Title, UnstyledButton } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { listContacts } from "#contacts/contacts.contract.ts";
import { listInteractionTemplates } from "#interactions/templates.contract.ts";
import { getNumberSeries } from "#numbering/number-series.contract.ts";
import { nextNumber } from "#numbering/ui/index.ts";
import { languages } from "#setup/lists/lists.contract.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { listUsers } from "#users/users.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useSession } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useModules } from "#web/ui-module.ts";
import { useFormat } from "#web/use-format.ts";
import { ShortcutKeys } from "#web/widgets/ShortcutKeys.tsx";
import classes from "./AssistantPage.module.css";
import { type AssistantStep, assistantPath } from "./assistant-steps.ts";

const one = { limit: "1", count: "true" } as const;

/** What was set up, step by step; `null` where nothing is there. */
function useSummary(): readonly { readonly step: AssistantStep; readonly result: string | null }[] {
  const t = useT();
  const { company, user } = useSession();
  const today = useFormat().today();
  const languageCount = useEndpoint(languages.list, { query: one }).data?.totalCount ?? 0;
  const seriesCode = useEndpoint(getMarketingSetup, {}).data?.contactNos ?? null;
  const series = useEndpoint(
    getNumberSeries,
    { params: { code: seriesCode ?? "" } },
    { enabled: seriesCode !== null },
  ).data;
  const next = series ? nextNumber(series.lines, today) : null;
  const templateCount = useEndpoint(listInteractionTemplates, { query: one }).data?.totalCount ?? 0;
  const userCount = useEndpoint(listUsers, { query: one }).data?.totalCount ?? 0;
  const contactCount = useEndpoint(listContacts, { query: one }).data?.totalCount ?? 0;
  const ifAny = (count: number, text: string) => (count > 0 ? text : null);
  return [
    {
      step: "company",
      result: [company.name, company.currencyCode, company.timeZone].filter(Boolean).join(" · "),
    },
    {
      step: "language",
      result: ifAny(languageCount, t("setup.assistant.done.languages", { count: languageCount })),
    },
    {
      step: "numbers",
      result: next?.no ? t("setup.assistant.done.nextNo", { no: next.no }) : seriesCode,
    },
    {
      step: "me",
      result: user.salespersonCode === null ? null : `${user.fullName} (${user.salespersonCode})`,
    },
    {
      step: "templates",
      result: ifAny(templateCount, t("setup.assistant.done.templates", { count: templateCount })),
    },
    { step: "users", result: ifAny(userCount - 1, t("setup.assistant.done.users", { count: userCount })) },
    {
      step: "import",
      result: ifAny(contactCount, t("setup.assistant.done.contactCount", { count: contactCount })),
    },
  ];
}

export function DoneStep() {
  const t = useT();
  const ui = useUi();
  const quickLog = useModules().find((module) => module.quickLog)?.quickLog;
  const summary = useSummary();
  return (
    <div className={classes.form}>
      <Title order={1}>{t("setup.assistant.steps.done")}</Title>
      <Text c="dimmed" size="sm" mb="md">
        {t("setup.assistant.done.text")}
      </Text>
      <ul className={classes.summary}>
        {summary.map(({ step, result }) => (
          <li key={step} data-missing={result === null || undefined}>
            {result === null ? (
              <IconMinus size={16} aria-hidden />
            ) : (
              <IconCheck size={16} stroke={2.2} aria-hidden />
            )}
            <span>{t(`setup.assistant.steps.${step}`)}</span>
            <span>
              {result ?? (
                <Link to={assistantPath} search={{ step }}>
                  {t("setup.assistant.done.missing")}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Title order={2}>{t("setup.assistant.done.next")}</Title>
      <div className={classes.ways}>
        {quickLog && (
          <UnstyledButton className={classes.way} onClick={() => void quickLog.run(undefined, ui)}>
            <Text fw={600} size="sm">
              {t("setup.assistant.done.log")}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              {t("setup.assistant.done.logText")}{" "}
              {quickLog.shortcut !== undefined && <ShortcutKeys shortcut={quickLog.shortcut} />}
            </Text>
          </UnstyledButton>
        )}
        <Link to="/contacts" className={classes.way}>
          <Text fw={600} size="sm">
            {t("setup.assistant.done.contacts")}
          </Text>
          <Text size="xs" c="dimmed">
            {t("setup.assistant.done.contactsText")}
          </Text>
        </Link>
        <Link to="/setup" className={classes.way}>
          <Text fw={600} size="sm">
            {t("setup.assistant.done.setup")}
          </Text>
          <Text size="xs" c="dimmed">
            {t("setup.assistant.done.setupText")}
          </Text>
        </Link>
      </div>
      <Button size="sm" data-autofocus renderRoot={(button) => <Link to="/" {...button} />}>
        {t("setup.assistant.done.home")}
      </Button>
    </div>
  );
}

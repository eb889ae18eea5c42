import { Button, Text, TextInput } from "@mantine/core";
import { IconSearch, IconWand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useMay, useSession } from "#web/session.ts";
import { pageSearchAttribute } from "#web/shell/frame-actions.ts";
import { hasWords } from "#web/shell/palette-search.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { assistantPath } from "./assistant/assistant-steps.ts";
import classes from "./SetupOverviewPage.module.css";
import { type SetupPage, setupPages, themes } from "./setup-pages.ts";

/** All pages of the set-up by theme, each with what it is for. */
export function SetupOverviewPage() {
  const t = useT();
  const may = useMay();
  const { assistantCompleted } = useSession();
  const { search, change } = useListSearch();
  const words = search.search ?? "";
  const pages = setupPages.filter(
    (page) => may(page.right) && (words === "" || hasWords(`${t(page.titleKey)} ${t(page.textKey)}`, words)),
  );
  return (
    <>
      <PageHeading title={t("setup.overview.title")} subtitle={t("setup.overview.subtitle")}>
        <TextInput
          aria-label={t("setup.overview.search")}
          placeholder={t("setup.overview.search")}
          leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
          value={words}
          className={classes.search}
          {...{ [pageSearchAttribute]: true }}
          onChange={(event) => change({ search: event.currentTarget.value || undefined })}
        />
      </PageHeading>
      <div className={classes.body}>
        {words === "" && may("setup.write") && may("users.admin") && (
          <AssistantBanner isOpen={!assistantCompleted} />
        )}
        {pages.length === 0 && <EmptyState title={t("setup.overview.nothing")} icon={IconSearch} />}
        {themes.map(({ key }) => (
          <Theme
            key={key}
            title={t(`setup.themes.${key}`)}
            pages={pages.filter(({ theme }) => theme === key)}
          />
        ))}
      </div>
    </>
  );
}

function Theme(props: { readonly title: string; readonly pages: readonly SetupPage[] }) {
  const t = useT();
  if (props.pages.length === 0) return null;
  return (
    <section className={classes.theme} aria-label={props.title}>
      <h2>{props.title}</h2>
      <ul className={classes.cards}>
        {props.pages.map((page) => (
          <li key={page.to}>
            <Link to={page.to} className={classes.card}>
              <page.icon size={18} stroke={1.6} aria-hidden />
              <span className={classes.cardTitle}>{t(page.titleKey)}</span>
              <span className={classes.cardText}>{t(page.textKey)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AssistantBanner({ isOpen }: { readonly isOpen: boolean }) {
  const t = useT();
  return (
    <div className={classes.banner} data-open={isOpen || undefined}>
      <IconWand size={18} stroke={1.6} aria-hidden />
      <Text size="sm" flex={1}>
        {t(isOpen ? "setup.overview.assistantOpen" : "setup.overview.assistantText")}
      </Text>
      <Button
        variant={isOpen ? "filled" : "default"}
        renderRoot={(button) => <Link to={assistantPath} {...button} />}
      >
        {t(isOpen ? "setup.overview.assistantContinue" : "setup.overview.assistant")}
      </Button>
    </div>
  );
}

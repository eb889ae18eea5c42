import { Text } from "@mantine/core";
import {
  IconAdjustments,
  IconChevronRight,
  IconFileImport,
  IconPencilPlus,
  IconUserPlus,
  type TablerIcon,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { importContacts, newContact } from "#contacts/ui/index.ts";
import { openQuickLog } from "#interactions/ui/index.ts";
import { assistantPath } from "#setup/ui/assistant/assistant-steps.ts";
import { useT } from "#web/i18n.ts";
import { useMay, useSession } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import classes from "./HomePage.module.css";

/** What to do while nothing has been logged yet. */
export function FirstSteps({ hasContacts }: { readonly hasContacts: boolean }) {
  const t = useT();
  const may = useMay();
  const ui = useUi();
  const { assistantCompleted } = useSession();
  return (
    <section aria-labelledby="home-start">
      <Text id="home-start" component="h2" fw={600} fz={16}>
        {t("home.start.title")}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        {t("home.start.text")}
      </Text>
      <ol className={classes.steps}>
        {!assistantCompleted && may("users.admin") && (
          <Step
            icon={IconAdjustments}
            title={t("home.start.assistant")}
            text={t("home.start.assistantText")}
            href={assistantPath}
          />
        )}
        {may("contacts.write") && (
          <>
            <Step
              icon={IconFileImport}
              title={t("home.start.import")}
              text={t("home.start.importText")}
              onClick={() => void importContacts.run(undefined, ui)}
            />
            <Step
              icon={IconUserPlus}
              title={t("home.start.create")}
              text={t("home.start.createText")}
              onClick={() => void newContact.run(undefined, ui)}
            />
          </>
        )}
        {hasContacts && may("interactions.write") && (
          <Step
            icon={IconPencilPlus}
            title={t("home.start.log")}
            text={t("home.start.logText")}
            onClick={() => openQuickLog()}
          />
        )}
      </ol>
    </section>
  );
}

function Step(props: {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
  readonly href?: string;
  readonly onClick?: () => void;
}) {
  const content = (
    <>
      <props.icon size={22} stroke={1.5} color="var(--rp-accent)" aria-hidden />
      <span>
        <span className={classes.stepTitle}>{props.title}</span>
        <br />
        <span className={classes.stepText}>{props.text}</span>
      </span>
      <IconChevronRight size={16} stroke={1.7} color="var(--mantine-color-dimmed)" aria-hidden />
    </>
  );
  return (
    <li>
      {props.href === undefined ? (
        <button type="button" className={classes.step} onClick={props.onClick}>
          {content}
        </button>
      ) : (
        <Link className={classes.step} to={props.href}>
          {content}
        </Link>
      )}
    </li>
  );
}

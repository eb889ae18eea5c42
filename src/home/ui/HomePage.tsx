import { Button, Group } from "@mantine/core";
import { IconFileImport, IconPencilPlus, IconPlus, type TablerIcon } from "@tabler/icons-react";
import { importContacts, newContact } from "#contacts/ui/index.ts";
import type { Home } from "#home/home.contract.ts";
import { openQuickLog } from "#interactions/ui/index.ts";
import { dayAndTimeOf } from "#web/format.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay, useSession } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import classes from "./HomePage.module.css";
import { HomeTiles } from "./HomeTiles.tsx";
import { dayPartOf, givenName } from "./home.rules.ts";
import { homeQuery } from "./home-query.ts";
import { LatestInteractions } from "./LatestInteractions.tsx";
import { WeekChart } from "./WeekChart.tsx";

/** The first page: what is there, how busy the weeks were, what happened last, and what one does most. */
export function HomePage() {
  const t = useT();
  const { user } = useSession();
  const { timeZone } = useFormat();
  const { data: home, error, refetch } = useEndpoint(...homeQuery);
  const greeting = t(`home.greeting.${dayPartOf(dayAndTimeOf(new Date(), timeZone).time)}`, {
    name: givenName(user),
  });
  return (
    <div className={classes.page}>
      <PageHeading title={greeting}>
        <QuickActions />
      </PageHeading>
      <div className={classes.body}>
        {home === undefined && error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : home !== undefined && isUntouched(home) ? (
          <FirstSteps hasContacts={home.tiles.companies + home.tiles.persons > 0} />
        ) : (
          <>
            <HomeTiles home={home} />
            <div className={classes.columns}>
              <WeekChart weeks={home?.weeks} />
              <LatestInteractions entries={home?.latest} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** Nothing has been logged yet: figures would all be zero. */
function isUntouched(home: Home): boolean {
  return home.latest.length === 0 && home.weeks.every(({ noOfInteractions }) => noOfInteractions === 0);
}

function QuickActions() {
  const t = useT();
  const may = useMay();
  const ui = useUi();
  return (
    <Group gap={6}>
      {may("contacts.write") && (
        <>
          <QuickAction
            icon={IconFileImport}
            onClick={() => void importContacts.run(undefined, ui)}
            isOptional
          >
            {t(importContacts.labelKey)}
          </QuickAction>
          <QuickAction icon={IconPlus} onClick={() => void newContact.run(undefined, ui)}>
            {t(newContact.labelKey)}
          </QuickAction>
        </>
      )}
      {may("interactions.write") && (
        <Button
          leftSection={<IconPencilPlus size={16} stroke={1.7} aria-hidden />}
          onClick={() => openQuickLog()}
        >
          {t("home.actions.log")}
        </Button>
      )}
    </Group>
  );
}

function QuickAction(props: {
  readonly icon: TablerIcon;
  readonly onClick: () => void;
  /** Left out on a phone. */
  readonly isOptional?: boolean;
  readonly children: string;
}) {
  return (
    <Button
      variant="default"
      {...(props.isOptional ? { visibleFrom: "sm" } : {})}
      leftSection={<props.icon size={16} stroke={1.7} aria-hidden />}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}

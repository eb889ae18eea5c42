import { Button, Group } from "@mantine/core";
import { importContacts, newContact } from "#contacts/ui/index.ts";
import type { Home } from "#home/home.contract.ts";
import { UnfinishedDrafts } from "#interactions/ui/index.ts";
import { bindActions } from "#web/actions.ts";
import { dayAndTimeOf } from "#web/format.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useSession } from "#web/session.ts";
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
        <UnfinishedDrafts />
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

/** The ways to more contacts; logging stands in the top bar. */
function QuickActions() {
  const t = useT();
  const ui = useUi();
  return (
    <Group gap={6}>
      {bindActions([importContacts, newContact], undefined, ui).map(({ key, labelKey, icon: Icon, run }) => (
        <Button
          key={key}
          variant="default"
          {...(key === importContacts.key ? { visibleFrom: "sm" } : {})}
          {...(Icon ? { leftSection: <Icon size={16} stroke={1.7} aria-hidden /> } : {})}
          onClick={run}
        >
          {t(labelKey)}
        </Button>
      ))}
    </Group>
  );
}

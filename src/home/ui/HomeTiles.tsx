import { contactListHref, duplicatesHref } from "#contacts/ui/index.ts";
import type { Home } from "#home/home.contract.ts";
import { logHref, postponedPath } from "#interactions/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useSession } from "#web/session.ts";
import { useFormat } from "#web/use-format.ts";
import { StatTile } from "#web/widgets/StatTile.tsx";
import classes from "./HomePage.module.css";
import { sundayOf } from "./home.rules.ts";

/** Figures, each the way to its records; of what is postponed only while there is any. */
export function HomeTiles({ home }: { readonly home: Home | undefined }) {
  const t = useT();
  const format = useFormat();
  const { user } = useSession();
  const tiles = home?.tiles;
  const thisWeek = home?.weeks.at(-1);
  const lastWeek = home?.weeks.at(-2);
  const number = (value: number | undefined) => (value === undefined ? undefined : format.number(value));
  const log = (filters: Record<string, string>) =>
    thisWeek === undefined
      ? {}
      : {
          href: logHref({
            dateFrom: thisWeek.monday,
            dateTo: sundayOf(thisWeek.monday),
            canceled: "false",
            ...filters,
          }),
        };
  const before = (count: number | undefined) =>
    count === undefined ? {} : { note: t("home.tiles.lastWeek", { count }) };
  return (
    <section className={classes.tiles} aria-label={t("home.tiles.label")}>
      <StatTile
        label={t("home.tiles.companies")}
        value={number(tiles?.companies)}
        href={contactListHref({ type: "company" })}
      />
      <StatTile
        label={t("home.tiles.persons")}
        value={number(tiles?.persons)}
        href={contactListHref({ type: "person" })}
      />
      <StatTile
        label={t("home.tiles.duplicates")}
        value={number(tiles?.openDuplicates)}
        href={duplicatesHref()}
      />
      <StatTile
        label={t("home.tiles.withOpportunities")}
        value={number(tiles?.withOpenOpportunities)}
        href={contactListHref({ hasOpenOpportunities: "true" })}
      />
      <StatTile
        label={t("home.tiles.mine")}
        value={number(tiles?.myInteractionsThisWeek)}
        {...before(lastWeek?.noOfMyInteractions)}
        {...log({ userId: user.userName })}
      />
      <StatTile
        label={t("home.tiles.all")}
        value={number(tiles?.interactionsThisWeek)}
        {...before(lastWeek?.noOfInteractions)}
        {...log({})}
      />
      {tiles !== undefined && tiles.myPostponedInteractions > 0 && (
        <StatTile
          label={t("home.tiles.postponed")}
          value={number(tiles.myPostponedInteractions)}
          href={postponedPath}
        />
      )}
    </section>
  );
}

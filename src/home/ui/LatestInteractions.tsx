import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { contactHref } from "#contacts/ui/index.ts";
import type { Home } from "#home/home.contract.ts";
import { ChannelIcon, channelFactsOf, entryHref, logHref } from "#interactions/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./HomePage.module.css";

const skeletonWidths = [92, 78, 86, 70, 88, 74];

/** What was logged last, by anybody. */
export function LatestInteractions({ entries }: { readonly entries: Home["latest"] | undefined }) {
  const t = useT();
  return (
    <section aria-labelledby="home-latest">
      <div className={classes.sectionHead}>
        <h2 id="home-latest">{t("home.latest.title")}</h2>
        <Link to={logHref({})}>{t("home.latest.all")}</Link>
      </div>
      {entries === undefined ? (
        skeletonWidths.map((width) => <Skeleton key={width} height={14} width={`${width}%`} my={16} />)
      ) : (
        <ul className={classes.latest}>
          {entries.map((entry) => (
            <Entry key={entry.entryNo} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Home["latest"][number] }) {
  const format = useFormat();
  const { contactNo, contactName, contactCompanyNo, contactCompanyName, salespersonName } = entry;
  const company = contactCompanyNo !== contactNo ? contactCompanyName : null;
  return (
    <li>
      <ChannelIcon facts={channelFactsOf(entry)} size={16} />
      <Link className={classes.entryTitle} to={entryHref(entry.entryNo)}>
        {entry.description ?? entry.title}
      </Link>
      <time
        className={classes.when}
        dateTime={`${entry.date}T${entry.time}`}
        title={format.dayAndTime(entry.date, entry.time)}
      >
        {format.relativeDay(entry.date)}
      </time>
      <div className={classes.whom}>
        {contactNo !== null && <Link to={contactHref(contactNo)}>{contactName ?? contactNo}</Link>}
        {contactNo === null && contactName}
        {[company, salespersonName].filter((part) => part !== null).map((part) => ` · ${part}`)}
      </div>
    </li>
  );
}

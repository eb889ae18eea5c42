import { Button } from "@mantine/core";
import { useEffect } from "react";
import { generateDuplicates } from "#contacts/duplicates/duplicates.contract.ts";
import { listJobs } from "#platform/jobs/jobs.contract.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import classes from "./duplicates.module.css";
import { duplicatesHref } from "./paths.ts";

/** How often (ms) one looks whether a change of the set-up has started a rebuild. */
const lookAgainMs = 3_000;

const running = { kind: "duplicates.generate", status: "queued,running", limit: "1" };

/** Indexes all companies again, and shows how far a rebuild is that somebody started here or by changing the set-up. */
export function RebuildDuplicates() {
  const t = useT();
  const ui = useUi();
  const { data, refetch } = useEndpoint(listJobs, { query: running }, { keepPrevious: true });
  const job = data?.items[0];
  const title = t("contacts.duplicates.rebuild");

  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookAgainMs);
    return () => clearInterval(timer);
  }, [refetch]);

  async function start(): Promise<void> {
    const done = await ui.call(generateDuplicates, { body: {} }, ["jobs"]);
    if (done && "job" in done.result) trackJob({ id: done.result.job.id, title, href: duplicatesHref() });
  }

  return (
    <section className={classes.section} aria-labelledby="duplicates-rebuild">
      <h2 id="duplicates-rebuild">{title}</h2>
      <p style={{ margin: "0 0 12px" }}>{t("contacts.duplicates.rebuildText")}</p>
      {job ? (
        <JobProgress
          key={job.id}
          jobId={job.id}
          title={title}
          canCancel
          onOver={() => void refresh(ui.queries, ["jobs", "duplicates", "home"])}
        />
      ) : (
        ui.may("jobs.run") && (
          <Button variant="default" onClick={() => void start()}>
            {t("contacts.duplicates.rebuildNow")}
          </Button>
        )
      )}
    </section>
  );
}

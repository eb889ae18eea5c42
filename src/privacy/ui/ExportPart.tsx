import { Button } from "@mantine/core";
import { IconDownload, IconPackageExport } from "@tabler/icons-react";
import { useState } from "react";
import { contactHref } from "#contacts/ui/index.ts";
import { call, urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { showProblem } from "#web/widgets/notify.tsx";
import { downloadPrivacyExport, exportContact, type PrivacyExport } from "../privacy.contract.ts";
import classes from "./privacy.module.css";

/** Archives of everything about a contact: those that are there, and another one. */
export function ExportPart(props: { readonly no: string; readonly exports: readonly PrivacyExport[] }) {
  const { no } = props;
  const t = useT();
  const ui = useUi();
  const [jobId, setJobId] = useState<string | null>(null);
  const title = t("privacy.export.tracking", { no });

  async function start(): Promise<void> {
    try {
      const answer = await call(exportContact, { params: { no } });
      if ("job" in answer) {
        setJobId(answer.job.id);
        trackJob({ id: answer.job.id, title, href: `${contactHref(no)}?tab=details` });
      }
    } catch (error) {
      showProblem(error);
    }
    await refresh(ui.queries, ["contacts"]);
  }

  function end(): void {
    setJobId(null);
    void refresh(ui.queries, ["contacts"]);
  }

  return (
    <div>
      <h3>{t("privacy.export.title")}</h3>
      <p className={classes.dim}>{t("privacy.export.text")}</p>
      {props.exports.length > 0 && (
        <ul className={classes.rows}>
          {props.exports.map((archive) => (
            <Archive key={archive.id} archive={archive} />
          ))}
        </ul>
      )}
      {jobId !== null && <JobProgress jobId={jobId} title={title} canCancel onOver={end} />}
      <Button
        variant="default"
        disabled={jobId !== null}
        leftSection={<IconPackageExport size={16} stroke={1.7} aria-hidden />}
        onClick={() => void start()}
      >
        {t("privacy.export.start")}
      </Button>
    </div>
  );
}

function Archive({ archive }: { readonly archive: PrivacyExport }) {
  const t = useT();
  const format = useFormat();
  const at = format.instant(archive.createdAt);
  const by = archive.createdBy;
  if (archive.fileBytes === null)
    return (
      <li>
        <span>{t("privacy.export.unfinished", { at, by })}</span>
      </li>
    );
  const size = format.number(Math.max(1, Math.round(archive.fileBytes / 1_000)));
  return (
    <li>
      <span>
        {t("privacy.export.made", { at, by, size })}
        {" · "}
        {t("privacy.export.expires", { at: format.instant(archive.expiresAt) })}
      </span>
      <Button
        component="a"
        href={urlOf(downloadPrivacyExport, { params: { id: archive.id } })}
        download
        variant="default"
        size="compact-sm"
        aria-label={t("privacy.export.downloadOf", { at })}
        leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
      >
        {t("privacy.export.download")}
      </Button>
    </li>
  );
}

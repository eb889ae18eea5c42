import { Button } from "@mantine/core";
import { useState } from "react";
import { useT } from "#web/i18n.ts";
import { useSession } from "#web/session.ts";
import { useFormat } from "#web/use-format.ts";
import { ConsentNote } from "../ConsentNote.tsx";
import { forgetDraft, type KeptDraft, unfinishedDrafts } from "./drafts.ts";
import classes from "./QuickLogDialog.module.css";
import { isWorthKeeping } from "./quick-log.rules.ts";
import type { QuickLog } from "./use-quick-log.ts";

/** So many unfinished drafts are offered; the others come up with their contacts. */
const mostOffered = 3;

/** What stands above the fields: why the server refused, what is continued, what else is unfinished. */
export function DraftNotes({ log }: { readonly log: QuickLog }) {
  const t = useT();
  const format = useFormat();
  const { draft, refusal } = log;
  const momentOf = ({ moment }: KeptDraft) => format.dayAndTime(moment.date, moment.time);
  return (
    <>
      {refusal !== null && (
        <div className={classes.note} data-tone="danger" role="alert">
          {t("interactions.quickLog.notLogged", { reason: refusal.message })}
        </div>
      )}
      {log.isBlocked && refusal === null && (
        <div className={classes.note} data-tone="danger" role="alert">
          {t("interactions.quickLog.privacyBlocked")}
        </div>
      )}
      {log.isContinued && refusal === null && (
        <div className={classes.note}>
          <span>{t("interactions.quickLog.continued", { moment: momentOf(draft) })}</span>
          <Button size="compact-xs" variant="subtle" onClick={log.discard}>
            {t("interactions.quickLog.discardDraft")}
          </Button>
        </div>
      )}
      {!log.isBlocked && (
        <ConsentNote contactNo={draft.contact?.no} template={log.template} {...log.values} />
      )}
      {draft.contact === null && !isWorthKeeping(draft) && <Unfinished log={log} momentOf={momentOf} />}
    </>
  );
}

function Unfinished(props: { readonly log: QuickLog; readonly momentOf: (draft: KeptDraft) => string }) {
  const t = useT();
  const { user } = useSession();
  const [drafts, setDrafts] = useState(() => unfinishedDrafts(user.id, Date.now()).slice(0, mostOffered));
  return drafts.map((draft) => {
    const moment = props.momentOf(draft);
    const name = draft.contact?.name;
    return (
      <div key={draft.id} className={classes.note}>
        <span>
          {name === undefined
            ? t("interactions.quickLog.unfinishedNameless", { moment })
            : t("interactions.quickLog.unfinished", { name, moment })}
        </span>
        <Button size="compact-xs" variant="subtle" onClick={() => props.log.resume(draft)}>
          {t("interactions.quickLog.resume")}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            forgetDraft(user.id, draft.id);
            setDrafts(drafts.filter(({ id }) => id !== draft.id));
          }}
        >
          {t("interactions.quickLog.discardDraft")}
        </Button>
      </div>
    );
  });
}

import { Button } from "@mantine/core";
import { IconPencilPause } from "@tabler/icons-react";
import { useT } from "#web/i18n.ts";
import { useSession } from "#web/session.ts";
import { useSetting } from "#web/stored-setting.ts";
import { useFormat } from "#web/use-format.ts";
import { draftsSetting, forgetDraft, type KeptDraft, unfinishedDrafts } from "./drafts.ts";
import { openQuickLog } from "./open-quick-log.ts";
import classes from "./UnfinishedDrafts.module.css";

const none: readonly KeptDraft[] = [];

/** What was begun in this browser and not logged yet, to be resumed or discarded; nothing where there is none. */
export function UnfinishedDrafts() {
  const t = useT();
  const format = useFormat();
  const { user } = useSession();
  // Drawn anew whenever a draft is kept or forgotten, in this tab or another.
  useSetting(draftsSetting(user.id), none);
  const drafts = unfinishedDrafts(user.id, Date.now());
  if (drafts.length === 0) return null;
  return (
    <ul className={classes.drafts}>
      {drafts.map(({ id, contact, moment: { date, time } }) => {
        const moment = format.dayAndTime(date, time);
        return (
          <li key={id}>
            <IconPencilPause size={16} stroke={1.7} aria-hidden />
            <span className={classes.text}>
              {contact === null
                ? t("interactions.quickLog.unfinishedNameless", { moment })
                : t("interactions.quickLog.unfinished", { name: contact.name, moment })}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => openQuickLog({ draftId: id })}>
              {t("interactions.quickLog.resume")}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => forgetDraft(user.id, id)}>
              {t("interactions.quickLog.discardDraft")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

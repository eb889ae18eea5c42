import { Button } from "@mantine/core";
import { IconPencilPause } from "@tabler/icons-react";
import { discardDraft, type InteractionDraft, listDrafts } from "#interactions/drafts/drafts.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay, useSession } from "#web/session.ts";
import { useSetting } from "#web/stored-setting.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { forgetFlow } from "../flow/flow-memory.ts";
import { resumeFlow } from "../flow/resume-flow.ts";
import { draftsSetting, forgetDraft, type KeptDraft, unfinishedDrafts } from "./drafts.ts";
import { openQuickLog } from "./open-quick-log.ts";
import classes from "./UnfinishedDrafts.module.css";

const none: readonly KeptDraft[] = [];
/** So many are offered here. */
const most = "10";

/**
 * What was begun and not logged yet, to be resumed or discarded: drafts of the guided flow and calls from every device,
 * and what the quick log keeps in this browser. Nothing where there is none.
 */
export function UnfinishedDrafts() {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { user } = useSession();
  const mayLog = useMay()("interactions.write");
  // Drawn anew whenever a draft is kept or forgotten, in this tab or another.
  useSetting(draftsSetting(user.id), none);
  const { data } = useEndpoint(listDrafts, { query: { limit: most } }, { enabled: mayLog });
  const flows = (data?.items ?? []).filter(isTouched);
  const drafts = unfinishedDrafts(user.id, Date.now());
  if (flows.length + drafts.length === 0) return null;
  return (
    <ul className={classes.drafts}>
      {flows.map((draft) => (
        <Unfinished
          key={draft.id}
          text={
            draft.contactName === null
              ? t("interactions.flow.resumedNameless")
              : t("interactions.flow.resumed", {
                  name: draft.contactName,
                  template: draft.description ?? draft.interactionTemplateDescription ?? "…",
                })
          }
          onResume={() => resumeFlow(draft.id)}
          onDiscard={async () => {
            if (await ui.call(discardDraft, { params: { id: draft.id } })) forgetFlow(draft.id);
          }}
        />
      ))}
      {drafts.map(({ id, contact, moment: { date, time } }) => {
        const moment = format.dayAndTime(date, time);
        return (
          <Unfinished
            key={id}
            text={
              contact === null
                ? t("interactions.quickLog.unfinishedNameless", { moment })
                : t("interactions.quickLog.unfinished", { name: contact.name, moment })
            }
            onResume={() => openQuickLog({ draftId: id })}
            onDiscard={() => forgetDraft(user.id, id)}
          />
        );
      })}
    </ul>
  );
}

/** Somebody entered something; one that was only opened is no loss. */
function isTouched({ typed, comments, interactionTemplateCode, kind }: InteractionDraft): boolean {
  const hasTemplate = kind === "interaction" && interactionTemplateCode !== null;
  return typed.length > 0 || comments.length > 0 || hasTemplate;
}

function Unfinished(props: {
  readonly text: string;
  readonly onResume: () => void;
  readonly onDiscard: () => unknown;
}) {
  const t = useT();
  return (
    <li>
      <IconPencilPause size={16} stroke={1.7} aria-hidden />
      <span className={classes.text}>{props.text}</span>
      <Button size="compact-sm" variant="default" onClick={props.onResume}>
        {t("interactions.quickLog.resume")}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void props.onDiscard()}>
        {t("interactions.quickLog.discardDraft")}
      </Button>
    </li>
  );
}

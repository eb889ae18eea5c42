import { Button, Modal, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useSetting } from "#web/stored-setting.ts";
import { ShortcutKeys } from "#web/widgets/ShortcutKeys.tsx";
import { useCloseOnEscape } from "#web/widgets/use-close-on-escape.ts";
import { evaluationOfKey } from "../evaluation-faces.ts";
import { MoreToggle } from "../MoreToggle.tsx";
import { DraftNotes } from "./DraftNotes.tsx";
import { MoreFields, moreFields } from "./MoreFields.tsx";
import type { QuickLogProps } from "./open-quick-log.ts";
import classes from "./QuickLogDialog.module.css";
import { QuickLogFields } from "./QuickLogFields.tsx";
import type { LogContact } from "./quick-log.rules.ts";
import { useQuickLog } from "./use-quick-log.ts";

/** One screen to write down what was said while one is still on the phone. It never sends anything. */
export default function QuickLogDialog({ onClose, ...props }: QuickLogProps & DialogFrame) {
  const t = useT();
  const log = useQuickLog(props, onClose);
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const [wantsMore, setWantsMore] = useSetting("quickLog.more", false);
  const hasMore = wantsMore || moreFields.some((field) => log.errors[field] !== undefined);
  const [isFixed] = useState(log.draft.contact !== null);
  const { contact } = log.draft;

  const latestLog = useRef(log.log);
  useEffect(() => {
    latestLog.current = log.log;
  });

  useCloseOnEscape(log.leave);

  function onKeyDown(event: KeyboardEvent): void {
    const isField = (event.target as HTMLElement).matches("input");
    // Enter alone must not log by accident: it chooses in a list, or takes a date.
    if (event.key === "Enter" && isField) event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // Fields that take their value when they are left have it before it is logged.
      (document.activeElement as HTMLElement | null)?.blur();
      setTimeout(() => latestLog.current());
    }
    const evaluation = evaluationOfKey(event.key);
    const isTyping = (event.target as HTMLElement).matches(
      "input:not([type=radio], [type=checkbox]), textarea",
    );
    if (evaluation && !isTyping && !event.defaultPrevented) log.type({ evaluation });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    log.log();
  }

  return (
    <Modal.Root
      opened
      onClose={log.leave}
      closeOnEscape={false}
      fullScreen={isPhone}
      size={680}
      centered
      // Who types on after Enter must not lose a letter to an animation.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Body p={0}>
          <div className={classes.head}>
            <Modal.Title className={classes.title}>
              <small>{t("interactions.quickLog.title")}</small>
              {isFixed && contact && <Who contact={contact} />}
            </Modal.Title>
            <Modal.CloseButton aria-label={t("web.actions.close")} />
          </div>
          <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
            <div className={classes.fields}>
              <DraftNotes log={log} />
              <QuickLogFields log={log} isContactFixed={isFixed} />
              {hasMore && <MoreFields log={log} />}
            </div>
            <div className={classes.foot}>
              <MoreToggle isOpen={hasMore} onToggle={() => setWantsMore(!hasMore)} size="sm" />
              <Button variant="subtle" color="gray" onClick={() => void log.goStepByStep(isFixed)}>
                {t("interactions.flow.stepByStep")}
              </Button>
              <Text size="xs" c="dimmed" className={classes.hint}>
                {t("interactions.quickLog.nothingSent")}
              </Text>
              <Button
                type="submit"
                size="sm"
                loading={log.isWaiting}
                rightSection={<ShortcutKeys shortcut="mod+Enter" visibleFrom="sm" />}
              >
                {t("interactions.quickLog.save")}
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** With whom, at the top of the form. */
function Who({ contact }: { readonly contact: LogContact }) {
  return (
    <span className={classes.who}>
      <strong>{contact.name}</strong> {contact.companyName && <span>{contact.companyName}</span>}
    </span>
  );
}

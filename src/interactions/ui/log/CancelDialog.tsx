import { Button, Checkbox, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { cancelLogEntries, type LogEntry, reinstateLogEntries } from "#interactions/log-entry.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showSuccess } from "#web/widgets/notify.tsx";
import { changedByInteractions } from "../resources.ts";

const reasonLength = 250;

/** Marks entries as canceled or takes the mark back, with a reason that is kept with them. */
export default function CancelDialog(
  props: { readonly entries: readonly LogEntry[]; readonly kind: "cancel" | "reinstate" } & DialogFrame,
) {
  const t = useT();
  const { entries, kind, onClose, onDone } = props;
  const [reason, setReason] = useState("");
  const [removesAttachments, setRemovesAttachments] = useState(false);
  const hasAttachments = kind === "cancel" && entries.some(({ attachmentNo }) => attachmentNo !== null);
  const count = entries.length;
  const change = useAction(kind === "cancel" ? cancelLogEntries : reinstateLogEntries, {
    alsoChanges: changedByInteractions,
    onDone: () => {
      showSuccess(
        t(kind === "cancel" ? "interactions.log.canceled" : "interactions.log.reinstated", { count }),
      );
      onDone();
    },
  });
  return (
    <Dialog
      onClose={onClose}
      title={t(kind === "cancel" ? "interactions.log.cancelTitle" : "interactions.log.reinstateTitle", {
        count,
      })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = reason.trim() || null;
          change.mutate({
            body: {
              entryNos: entries.map(({ entryNo }) => entryNo),
              reason: text,
              ...(removesAttachments && { removeUniqueAttachments: true }),
            },
          });
        }}
      >
        {kind === "cancel" && (
          <Text size="sm" c="dimmed" mb="sm">
            {t("interactions.log.cancelText")}
          </Text>
        )}
        <Textarea
          label={t("interactions.fields.reason")}
          description={t("interactions.log.reasonHint")}
          data-autofocus
          autosize
          minRows={2}
          maxLength={reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        {hasAttachments && (
          <Checkbox
            mt="sm"
            label={t("interactions.attachments.removeUnique")}
            checked={removesAttachments}
            onChange={(event) => setRemovesAttachments(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("interactions.log.back")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t(kind === "cancel" ? "interactions.log.cancel" : "interactions.log.reinstate")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

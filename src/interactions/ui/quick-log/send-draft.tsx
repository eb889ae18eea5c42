import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { cancelLogEntry, createInteraction, type LogEntry } from "#interactions/log-entry.contract.ts";
import { call, newIdempotencyKey } from "#web/api-client.ts";
import { ConnectionLost, isProblem, ProblemError } from "#web/problem.ts";
import { refresh } from "#web/query.ts";
import type { Ui } from "#web/ui.ts";
import { problemText } from "#web/widgets/notify.tsx";
import { entryHref } from "../addresses.ts";
import { changedByInteractions } from "../resources.ts";
import { forgetDraft, type KeptDraft, keepDraft, rememberTemplate } from "./drafts.ts";
import { openQuickLog } from "./open-quick-log.ts";
import type { InteractionInput } from "./quick-log.rules.ts";

/**
 * Logs a draft behind a form that is closed already: a message says so and offers to open or to undo. When the server
 * refuses or cannot be reached, the form comes back with everything that was typed.
 */
export async function sendDraft(
  ui: Ui,
  userId: number,
  draft: KeptDraft,
  request: InteractionInput,
): Promise<void> {
  const { t } = ui;
  const name = draft.contact?.name ?? "";
  // What may have arrived already goes out under the same key, so that it is not logged twice.
  const key = draft.attempt?.key ?? newIdempotencyKey();
  const sent: KeptDraft = { ...draft, state: "sending", attempt: { key, request }, refusal: null };
  keepDraft(userId, sent);
  rememberTemplate(userId, draft.templateCode);
  const message = notifications.show({
    loading: true,
    autoClose: false,
    withCloseButton: false,
    message: t("interactions.quickLog.logging", { name }),
  });
  try {
    const entry = await call(createInteraction, { body: request, idempotencyKey: key });
    forgetDraft(userId, draft.id);
    showLogged(ui, entry, message, t("interactions.quickLog.logged", { name }));
    await refresh(ui.queries, changedByInteractions);
  } catch (error) {
    if (draft.attempt && isProblem(error, "idempotency_key_reused")) {
      return showEarlierAttempt(ui, userId, sent, draft.attempt, message);
    }
    comeBack(userId, sent, error, message);
  }
}

/** The form again, with what was typed and why it was not logged. */
function comeBack(userId: number, sent: KeptDraft, error: unknown, message: string): void {
  notifications.hide(message);
  const isRefused = error instanceof ProblemError && error.status < 500;
  keepDraft(userId, {
    ...sent,
    state: "open",
    attempt: isRefused ? null : sent.attempt,
    refusal: {
      message: problemText(error),
      errors: error instanceof ProblemError ? error.errors : [],
    },
  });
  openQuickLog({ draftId: sent.id });
  if (!(error instanceof ProblemError || error instanceof ConnectionLost)) throw error;
}

/** The attempt whose answer was lost had been logged, and the draft was changed since: shows what is in the log. */
async function showEarlierAttempt(
  ui: Ui,
  userId: number,
  sent: KeptDraft,
  earlier: NonNullable<KeptDraft["attempt"]>,
  message: string,
): Promise<void> {
  try {
    const entry = await call(createInteraction, { body: earlier.request, idempotencyKey: earlier.key });
    forgetDraft(userId, sent.id);
    showLogged(
      ui,
      entry,
      message,
      ui.t("interactions.quickLog.loggedBefore", { name: sent.contact?.name ?? "" }),
    );
    await refresh(ui.queries, changedByInteractions);
  } catch (error) {
    comeBack(userId, { ...sent, attempt: earlier }, error, message);
  }
}

/** Time (ms) to notice a slip. */
const undoTimeMs = 10_000;

function showLogged(ui: Ui, entry: LogEntry, id: string, text: string): void {
  notifications.update({
    id,
    loading: false,
    autoClose: undoTimeMs,
    withCloseButton: false,
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm" style={{ flex: "1 1 160px" }}>
          {text}
        </Text>
        <Group gap={4} wrap="nowrap" ml="auto">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              ui.go(entryHref(entry.entryNo));
            }}
          >
            {ui.t("web.actions.open")}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => void undo(ui, entry, id)}>
            {ui.t("web.actions.undo")}
          </Button>
        </Group>
      </Group>
    ),
  });
}

/** Logged facts stay: undoing marks the entry as canceled, and the entry says why. */
async function undo(ui: Ui, entry: LogEntry, message: string): Promise<void> {
  notifications.hide(message);
  const reason = ui.t("interactions.quickLog.undoReason");
  const done = await ui.call(
    cancelLogEntry,
    { params: { entryNo: String(entry.entryNo) }, body: { reason } },
    changedByInteractions,
  );
  if (done) ui.showSuccess(ui.t("interactions.quickLog.undone", { name: entry.contactName ?? entry.title }));
}

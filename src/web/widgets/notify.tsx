import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { translate } from "../i18n.ts";
import { ConnectionLost, ProblemError } from "../problem.ts";

/** An error in words for a person: the server's own, or what the connection's loss means. */
export function problemText(error: unknown): string {
  if (error instanceof ProblemError && error.message !== "") return error.message;
  if (error instanceof ConnectionLost) return translate("web.problems.connectionLost");
  return translate("web.problems.unexpected");
}

/** Shows an error that no field and no page part shows. It stays until closed, so that it can be read. */
export function showProblem(error: unknown): void {
  const details = error instanceof ProblemError ? error.errors.map(({ message }) => message) : [];
  const [text, ...more] = [...new Set([problemText(error), ...details])];
  notifications.show({
    color: "red",
    message: [text, ...more].join("\n"),
    autoClose: more.length > 0 ? false : 10_000,
    role: "alert",
    styles: { description: { whiteSpace: "pre-line" } },
    closeButtonProps: { "aria-label": translate("web.actions.close") },
  });
}

export function showSuccess(message: string): void {
  notifications.show({
    message,
    color: "green",
    autoClose: 4_000,
    closeButtonProps: { "aria-label": translate("web.actions.close") },
  });
}

/** Says what was done and offers to undo it, for ten seconds. */
export function showUndo(message: string, undo: () => unknown): void {
  showOffer(message, translate("web.actions.undo"), undo);
}

/** Says what was done and offers what may come next, for ten seconds. */
export function showOffer(message: string, label: string, run: () => unknown): void {
  const id = notifications.show({
    autoClose: 10_000,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            void run();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}

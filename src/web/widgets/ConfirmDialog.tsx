import { Button, Group, Text } from "@mantine/core";
import type { Question } from "../dialogs.ts";
import { useT } from "../i18n.ts";
import { Dialog } from "./Dialog.tsx";

/** A question before something that cannot be undone. Opened by `ui.ask`; where undo is possible, offer that instead. */
export default function ConfirmDialog(props: {
  readonly question: Question;
  readonly onAnswer: (isConfirmed: boolean) => void;
}) {
  const t = useT();
  const { question, onAnswer } = props;
  return (
    <Dialog onClose={() => onAnswer(false)} title={question.title} hasCloseButton={false} size="sm">
      {question.text !== undefined && (
        <Text size="sm" c="dimmed">
          {question.text}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button
          variant="default"
          data-autofocus={question.preselects === undefined || undefined}
          onClick={() => onAnswer(false)}
        >
          {question.cancelLabel ?? t("web.actions.cancel")}
        </Button>
        <Button
          data-autofocus={question.preselects === "confirm" || undefined}
          {...(question.tone === "danger" ? { color: "red.9" } : {})}
          onClick={() => onAnswer(true)}
        >
          {question.confirmLabel}
        </Button>
      </Group>
    </Dialog>
  );
}

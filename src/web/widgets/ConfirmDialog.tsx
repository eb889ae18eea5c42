import { Button, Group, Modal, Text } from "@mantine/core";
import type { Question } from "../dialogs.ts";
import { useT } from "../i18n.ts";

/** A question before something that cannot be undone. Opened by `ui.ask`; where undo is possible, offer that instead. */
export default function ConfirmDialog(props: {
  readonly question: Question;
  readonly onAnswer: (isConfirmed: boolean) => void;
}) {
  const t = useT();
  const { question, onAnswer } = props;
  return (
    <Modal
      opened
      onClose={() => onAnswer(false)}
      title={question.title}
      withCloseButton={false}
      size="sm"
      styles={{ title: { fontWeight: 600, fontSize: "var(--mantine-font-size-lg)" } }}
    >
      {question.text !== undefined && (
        <Text size="sm" c="dimmed">
          {question.text}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={() => onAnswer(false)}>
          {question.cancelLabel ?? t("web.actions.cancel")}
        </Button>
        <Button {...(question.tone === "danger" ? { color: "red.9" } : {})} onClick={() => onAnswer(true)}>
          {question.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}

import { Button, Group } from "@mantine/core";
import { useT } from "../i18n.ts";

interface FormButtonsProps {
  /** What will happen: "Add", "Create CU00001". */
  readonly submitLabel: string;
  readonly isSaving: boolean;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** The end of a form in a dialog: leave it, or do what it is for. */
export function FormButtons({ submitLabel, isSaving, isDisabled = false, onCancel }: FormButtonsProps) {
  const t = useT();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {t("web.actions.cancel")}
      </Button>
      <Button type="submit" loading={isSaving} disabled={isDisabled}>
        {submitLabel}
      </Button>
    </Group>
  );
}

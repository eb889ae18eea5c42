import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useT } from "#web/i18n.ts";

/** Shows the fields that are seldom needed, or hides them again. */
export function MoreToggle(props: {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** As the buttons beside it are; smaller where it stands alone. */
  readonly size?: "sm";
}) {
  const { isOpen, onToggle, size = "compact-sm" } = props;
  const t = useT();
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Button
      variant="subtle"
      color="gray"
      size={size}
      aria-expanded={isOpen}
      leftSection={<Icon size={15} aria-hidden />}
      onClick={onToggle}
    >
      {t(isOpen ? "interactions.quickLog.less" : "interactions.quickLog.more")}
    </Button>
  );
}

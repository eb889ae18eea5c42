import { IconMapPinOff } from "@tabler/icons-react";
import { useT } from "../i18n.ts";
import { MessagePage } from "./MessagePage.tsx";

export function NotFoundPage() {
  const t = useT();
  return (
    <MessagePage
      icon={IconMapPinOff}
      title={t("web.pages.notFoundTitle")}
      text={t("web.pages.notFoundText")}
    />
  );
}

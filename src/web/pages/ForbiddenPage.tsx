import { IconLock } from "@tabler/icons-react";
import { useT } from "../i18n.ts";
import { MessagePage } from "./MessagePage.tsx";

export function ForbiddenPage() {
  const t = useT();
  return (
    <MessagePage icon={IconLock} title={t("web.pages.forbiddenTitle")} text={t("web.pages.forbiddenText")} />
  );
}

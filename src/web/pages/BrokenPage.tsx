import { Button } from "@mantine/core";
import { IconAlertTriangle, IconPlugConnectedX } from "@tabler/icons-react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { useT } from "../i18n.ts";
import { ConnectionLost, ProblemError } from "../problem.ts";
import { problemText } from "../widgets/notify.tsx";
import { ForbiddenPage } from "./ForbiddenPage.tsx";
import { MessagePage } from "./MessagePage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";

/** Stands in for a page that failed: not found, forbidden, no connection, or a fault of ours. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const t = useT();
  const router = useRouter();
  if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
  if (error instanceof ProblemError && error.status === 403) return <ForbiddenPage />;
  const isKnown = error instanceof ProblemError || error instanceof ConnectionLost;
  return (
    <MessagePage
      icon={error instanceof ConnectionLost ? IconPlugConnectedX : IconAlertTriangle}
      title={t("web.pages.brokenTitle")}
      text={isKnown ? problemText(error) : t("web.pages.brokenText")}
    >
      <Button
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t("web.actions.retry")}
      </Button>
    </MessagePage>
  );
}

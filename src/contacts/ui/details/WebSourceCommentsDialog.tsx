import { Comments } from "#comments/ui/Comments.tsx";
import { webSourceComments } from "#contacts/details/comments/contact-comments.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "contacts.webSourceComments": { readonly code: string };
  }
}

/** What was noted about a web source. */
export default function WebSourceCommentsDialog({ code, onClose }: { readonly code: string } & DialogFrame) {
  const t = useT();
  return (
    <Dialog title={t("contacts.details.comments.of", { code })} size="lg" onClose={onClose}>
      <Comments endpoints={webSourceComments} params={{ code }} right="setup.write" />
    </Dialog>
  );
}

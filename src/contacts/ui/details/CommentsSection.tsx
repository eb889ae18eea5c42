import { Comments } from "#comments/ui/Comments.tsx";
import { contactComments } from "#contacts/details/comments/contact-comments.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import type { ContactSectionProps } from "../card-parts.ts";
import { changedByContacts } from "../resources.ts";

/** What was noted about a contact. */
export default function CommentsSection({ contact }: ContactSectionProps) {
  return (
    <CardGroup name="contacts.comments" titleKey="contacts.details.comments.title" layout="plain">
      <Comments
        endpoints={contactComments}
        params={{ no: contact.no }}
        right="contacts.write"
        changes={changedByContacts}
      />
    </CardGroup>
  );
}

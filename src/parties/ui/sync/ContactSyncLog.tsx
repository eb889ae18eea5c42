import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { SyncLog } from "./SyncLog.tsx";

/** The log of synchronisation on the card of a contact. */
export default function ContactSyncLog({ contact }: ContactSectionProps) {
  return <SyncLog filter={{ contactNo: contact.no }} of="contact" />;
}

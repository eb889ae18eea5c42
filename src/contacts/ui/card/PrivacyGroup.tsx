import { useState } from "react";
import { type PrivacyFlags, writePrivacyFlags } from "#contacts/privacy.rules.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { SwitchField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import type { GroupProps } from "./ContactDetails.tsx";

/** The flags that stop everything new; each follows the others as the rules say (contacts §10). */
export function PrivacyGroup({ contact, form }: GroupProps) {
  const t = useT();
  const mayManage = useMay()("privacy.manage");
  const [isRefused, setIsRefused] = useState(false);
  const flags: PrivacyFlags = {
    privacyBlocked: form.values.privacyBlocked ?? false,
    minor: form.values.minor ?? false,
    parentalConsentReceived: form.values.parentalConsentReceived ?? false,
  };

  function turn(supplied: Partial<PrivacyFlags>): void {
    // Compared with what is saved: that is what the server will compare with.
    const decision = writePrivacyFlags(contact, { ...flags, ...supplied });
    const staysBlocked =
      supplied.privacyBlocked === false && (!decision.allowed || decision.flags.privacyBlocked);
    setIsRefused(staysBlocked);
    if (decision.allowed) form.set(decision.flags);
  }

  return (
    <CardGroup
      name="contacts.privacy"
      titleKey="contacts.card.privacy"
      startsFolded
      summary={t(flags.privacyBlocked ? "contacts.card.privacyYes" : "contacts.card.privacyNo")}
    >
      <div data-wide style={{ display: "grid", gap: 12 }}>
        <SwitchField
          label={t("fields.privacyBlocked")}
          value={flags.privacyBlocked}
          onChange={(privacyBlocked) => turn({ privacyBlocked })}
          disabled={!mayManage}
          {...(mayManage ? {} : { description: t("contacts.card.privacyNote") })}
          {...(isRefused ? { error: t("contacts.card.consentNeeded") } : {})}
        />
        {contact.type === "person" && (
          <>
            <SwitchField
              label={t("fields.minor")}
              value={flags.minor}
              onChange={(minor) => turn({ minor })}
              disabled={!mayManage}
            />
            <SwitchField
              label={t("fields.parentalConsentReceived")}
              value={flags.parentalConsentReceived}
              onChange={(parentalConsentReceived) => turn({ parentalConsentReceived })}
              disabled={!mayManage}
            />
          </>
        )}
      </div>
    </CardGroup>
  );
}

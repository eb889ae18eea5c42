import { useState } from "react";
import { checkEmailList, checkSingleEmail } from "#contacts/email.rules.ts";
import { checkPhone } from "#contacts/phone.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { type TextKey, type TextValues, useT } from "#web/i18n.ts";

type Check = (path: string, value: string | null) => FieldError[];

/** What the server checks beyond the shape of a text, said when the field is left. */
const checks: Readonly<Record<string, Check>> = {
  phoneNo: checkPhone,
  mobilePhoneNo: checkPhone,
  email: checkEmailList,
  email2: checkSingleEmail,
};

/** Adds the contacts' own checks of phone numbers and e-mails to the binding of a field; `others` go before them. */
export function useChecked(others: Readonly<Record<string, Check>> = {}) {
  const t = useT();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  return function checked(name: string, binding: FieldBinding<string | null>): FieldBinding<string | null> {
    const [objection] = left.has(name) ? ((others[name] ?? checks[name])?.(name, binding.value) ?? []) : [];
    const message =
      objection &&
      t(`contacts.problems.${objection.code}` as TextKey, {
        field: t(`fields.${name}` as TextKey),
        ...(objection.values as TextValues | undefined),
      });
    return {
      ...binding,
      error: binding.error ?? message,
      onBlur: () => {
        setLeft((former) => new Set(former).add(name));
        binding.onBlur();
      },
    };
  };
}

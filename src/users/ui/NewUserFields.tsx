import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { RoleField } from "./RoleField.tsx";
import type { useNewUser } from "./use-new-user.ts";

/** Who the new user is and what they may do. */
export function NewUserFields({ form }: { readonly form: ReturnType<typeof useNewUser> }) {
  const t = useT();
  return (
    <>
      <TextField
        label={t("fields.fullName")}
        required
        autoFocus
        maxLength={100}
        {...form.field("fullName")}
      />
      <TextField
        label={t("fields.email")}
        type="email"
        required
        maxLength={80}
        {...form.field("email")}
        onChange={form.setEmail}
      />
      <TextField label={t("fields.userName")} required maxLength={50} {...form.field("userName")} />
      <RoleField
        value={form.values.role}
        onChange={(role) => form.field("role").onChange(role)}
        error={form.field("role").error}
      />
    </>
  );
}

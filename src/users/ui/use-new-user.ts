import { createUser, inviteUser, NewUser, type OneTimeLink, type User } from "#users/users.contract.ts";
import { call } from "#web/api-client.ts";
import { useNewForm } from "#web/form/use-new-form.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { suggestUserName } from "./user-name.rules.ts";

const schema = NewUser.pick({
  fullName: true,
  email: true,
  userName: true,
  role: true,
  salespersonCode: true,
  language: true,
});

/** The form that adds a user and makes the invitation link at once. The user name follows the e-mail address. */
export function useNewUser(onDone: (user: User, link: OneTimeLink) => unknown) {
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: {
      fullName: null,
      email: null,
      userName: null,
      role: "crmUser",
      salespersonCode: null,
      language: ui.session.company.language,
    },
    create: async (body) => {
      const user = await call(createUser, { body });
      const link = await call(inviteUser, { params: { id: String(user.id) } });
      await refresh(ui.queries, ["users"]);
      return { user, link };
    },
    onCreated: ({ user, link }) => onDone(user, link),
  });

  function setEmail(email: string | null): void {
    const { userName, email: former } = form.values;
    const follows = !userName || userName === suggestUserName(former ?? "");
    form.field("email").onChange(email);
    if (follows) form.field("userName").onChange(suggestUserName(email ?? "") || null);
  }

  const { fullName, email, userName } = form.values;
  return { ...form, setEmail, isUntouched: !fullName && !email && !userName };
}

export const usersProblems = {
  token_invalid: "The API token is unknown, expired or revoked.",
  sign_in_failed: "The user name or the password is wrong.",
  too_many_attempts: "Too many failed attempts. Try again in {{retryAfterSeconds}} seconds.",
  session_required: "This concerns a signed-in person; an API token cannot do it.",
  session_not_found: "This session is over already.",
  password_wrong: "The old password is wrong.",
  password_too_short: "Use at least {{minimum}} characters. Several words make a good password.",
  password_too_long: "Use at most {{maximum}} characters.",
  password_is_name: "The password must not be the user name or the e-mail address.",
  password_too_common: "This password is among the first that anybody would guess. Choose another one.",
  link_invalid: "The link was used already or is no longer valid. Ask an administrator for a new one.",
  user_not_found: "There is no such user.",
  user_disabled: "The user is disabled. Enable the user first.",
  user_name_format: "A user name has no blanks and no @.",
  user_name_taken: "Another user has this user name.",
  user_email_taken: "Another user has this e-mail address.",
  user_salesperson_taken: "This salesperson is mapped to another user.",
  salesperson_blocked: "Salesperson {{salespersonCode}} is blocked. Choose another one.",
  last_admin: "This is the last enabled administrator. Make somebody else an administrator first.",
  rights_exceed_own: "Nobody grants more than they may do themselves: {{rights}}.",
  token_not_found: "There is no such API token.",
  token_for_address_book: "This token opens the address book (CardDAV) and nothing else.",
  token_exceeds_user: "The user {{userName}} may do less than the token would: {{rights}}.",
  right_not_in_role: "The role {{role}} does not include the right {{right}}.",
  expiry_past: "The expiry lies in the past.",
};

export const usersFields = {
  userName: "User name",
  fullName: "Full name",
  email: "E-mail",
  role: "Role",
  rights: "Rights",
  extraRights: "Additional rights",
  salespersonCode: "Salesperson",
  language: "Language",
  theme: "Theme",
  disabled: "Disabled",
  password: "Password",
  oldPassword: "Old password",
  newPassword: "New password",
  expiresAt: "Expires",
};

/** Texts of people and access. */
export const usersRoles = {
  admin: "Administrator",
  crmAdmin: "CRM admin",
  marketer: "Marketer",
  crmUser: "CRM user",
  viewer: "Viewer",
  integration: "Integration",
};

export const usersTexts = {
  problems: usersProblems,
  fields: usersFields,
  roles: usersRoles,
};

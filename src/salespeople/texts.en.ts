export const salespeopleProblems = {
  salesperson_email: "{{field}} must be one e-mail address.",
  salesperson_blocked: "Salesperson {{salespersonCode}} is blocked. Choose another one.",
  salesperson_privacy_blocked: "Salesperson {{salespersonCode}} is privacy blocked. Choose another one.",
  salesperson_has_contacts: "Contacts have the salesperson {{salespersonCode}}. Say who takes them over.",
  salesperson_in_log:
    "The interaction log names the salesperson {{salespersonCode}}. Block the salesperson instead of deleting.",
  salesperson_on_segments:
    "Segments or their lines name salesperson {{salespersonCode}}. Give them to somebody else first.",
  salesperson_open_tasks:
    "The salesperson {{salespersonCode}} has open tasks. Give them to somebody else first.",
  salesperson_open_opportunities:
    "The salesperson {{salespersonCode}} has open opportunities. Give them to somebody else first.",
  salesperson_of_user:
    "The salesperson {{salespersonCode}} belongs to a user. Choose another one for the user first.",
  salesperson_is_default: "{{salespersonCode}} is the default salesperson. Choose another default first.",
};

export const salespeopleFields = {
  salespersonCode: "Salesperson",
  jobTitle: "Job title",
  email: "E-mail",
  email2: "E-mail 2",
  phoneNo: "Phone No.",
  commissionPercent: "Commission %",
  privacyBlocked: "Privacy blocked",
  blocked: "Blocked",
  reassignTo: "Who takes the contacts over",
};

/** Texts about salespeople. */
export const salespeopleTexts = {
  problems: salespeopleProblems,
  fields: salespeopleFields,
};

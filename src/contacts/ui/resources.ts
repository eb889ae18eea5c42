/** Resources whose answers are stale once a contact is created, changed or deleted. */
export const changedByContacts: readonly string[] = [
  "contacts",
  "duplicates",
  "merges",
  "home",
  "interaction-log-entries",
  "audit-entries",
  "customers",
  "vendors",
  "bank-accounts",
  "employees",
  "sync-log",
];

/** Texts of the salespeople's pages. */
export const salespeopleUiTexts = {
  title: "Salespeople",
  new: "New salesperson",
  empty: "No salespeople yet",
  emptyText:
    "Add those who talk to the contacts. A user who is a salesperson logs interactions as themselves.",
  general: "General",
  status: "Status",
  usable: "Can be chosen",
  contactDetails: "E-mail and phone",
  codeText: "Short and easy to recognise, such as initials.",
  emailText: "A user with this e-mail address logs interactions as this salesperson.",
  blockedText: "Stays where it is named, but can no longer be chosen.",
  privacyBlockedText: "As blocked; for people whose data is no longer to be used.",
  created: "Salesperson {{name}} was created",
  delete: "Delete salesperson",
  deleteTitle: "Delete salesperson {{name}}?",
  deleteText:
    "Their contacts pass to the salesperson you choose. One whom the log names cannot be deleted: block them instead.",
  deleted: "Salesperson {{name}} was deleted",
  block: "Block",
  unblock: "Unblock",
  blockedDone: "Salesperson {{name}} was blocked",
  unblockedDone: "Salesperson {{name}} can be chosen again",
};

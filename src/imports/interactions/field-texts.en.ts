/** What the fields of past interactions are called that no other page knows. */
export const historyFieldTexts = {
  dateTime: "Date and time",
  contactExternalId: "External id of contact",
  contactEmail: "E-mail of contact",
  contactPhone: "Phone of contact",
  contactName: "Contact name",
  attemptFailed: "Attempt failed",
  durationSec: "Duration in seconds",
};

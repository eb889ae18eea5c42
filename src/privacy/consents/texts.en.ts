/** What consents warn of while interactions are recorded, among the problems of the server and in the browser. */
export const consentWarningTexts = {
  consent_refused_email: "The contact refuses e-mail: {{purposes}}.",
  consent_refused_phone: "The contact refuses calls: {{purposes}}.",
  consent_refused_letter: "The contact refuses letters: {{purposes}}.",
  consent_refused_message: "The contact refuses text messages: {{purposes}}.",
  consent_missing_email: "The contact neither agreed to nor refused e-mail.",
  consent_missing_phone: "The contact neither agreed to nor refused calls.",
  consent_missing_letter: "The contact neither agreed to nor refused letters.",
  consent_missing_message: "The contact neither agreed to nor refused text messages.",
};

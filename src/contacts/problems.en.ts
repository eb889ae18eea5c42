export const contactsProblems = {
  contact_not_found: "There is no contact {{no}}.",
  contact_manual_no: "Number series {{key}} gives the numbers of contacts. Leave the number blank.",
  setup_missing:
    "{{field}} is not filled in in the marketing setup. Fill it in, or enter the number yourself.",
  contact_person_only: "{{field}}: only a person can have this.",
  contact_company_only: "{{field}}: only a company can have this.",
  duplicate_pair_not_found: "Contacts {{contactNo}} and {{duplicateNo}} are no pair of possible duplicates.",
  duplicates_too_many:
    "The setup would make more than {{maximum}} pairs of possible duplicates. Raise the search hit percentage.",
  contact_phone_letters: "{{field}} must not contain letters.",
  contact_email:
    "{{field}}: {{offending}} is not an e-mail address. Separate several addresses by semicolons.",
  contact_vat_registration_no: "{{field}} does not fit the formats of the country: {{formats}}.",
  contact_vat_registration_no_shared: "Contact {{no}} {{name}} has the same VAT registration number.",
  contact_select_company: "{{field}}: “{{text}}” does not tell one company. Choose the company.",
  contact_open_tasks: "Contact {{no}} or one of its people has open tasks. Complete or delete them first.",
  contact_on_segment:
    "Contact {{no}} or one of its people is on a segment. Remove it from the segment first.",
  contact_open_opportunities:
    "Contact {{no}} or one of its people has open opportunities. Close or delete them first.",
  contact_has_persons: "People belong to company {{no}}. It cannot become a person.",
  contact_type_has_interactions: "There are interactions with contact {{no}}. Its type cannot change.",
  contact_type_has_tasks: "There are tasks with contact {{no}}. Its type cannot change.",
  contact_type_has_opportunities: "There are opportunities with contact {{no}}. Its type cannot change.",
  contact_type_field: "{{field}} must be blank before the type of contact {{no}} changes.",
  contact_consent_missing:
    "Contact {{no}} is a minor. Record the parental consent before lifting the privacy block.",
  salesperson_blocked: "Salesperson {{salespersonCode}} is blocked. Choose another one.",
  salesperson_privacy_blocked: "Salesperson {{salespersonCode}} is privacy blocked. Choose another one.",
};

/** Texts of the contacts' pages. */
export const contactsUiTexts = {
  list: {
    title: "Contacts",
    empty: "No contacts yet",
    emptyText:
      "Import the contacts you have, or enter the first company. Everything is logged with a contact.",
    duplicates: "Possible duplicates",
    mergeSelected: "Merge the selected two",
    exportVcard: "Export as vCard",
  },
  types: { company: "Company", person: "Person" },
  correspondence: { hardCopy: "Hard copy", email: "E-mail" },
  relations: {
    none: "None",
    other: "Other",
    multiple: "Multiple",
    customer: "Customer",
    vendor: "Vendor",
    bankAccount: "Bank account",
    employee: "Employee",
  },
  actions: {
    newContact: "New contact",
    newCompany: "New company",
    newPerson: "New person",
    newPersonHere: "New person in this company",
    newColleague: "New colleague",
    open: "Open",
    edit: "Edit",
    import: "Import contacts",
    exportVcard: "Download as vCard",
    becomePerson: "Turn into a person",
    becomeCompany: "Turn into a company",
    call: "Call {{phoneNo}}",
    write: "Write to {{email}}",
  },
};

/** Texts of imports and exports. */
export const importsTexts = {
  words: { wholeRow: "Row", problemsFile: "Import problems" },
  problems: {
    import_not_found: "There is no import with this id.",
    import_running: "The import is running. Wait until it has ended, or cancel its job.",
    import_begun:
      "Contacts of this file have been imported already. Run it again to go on where it stopped, or upload the file anew.",
    import_done: "This file has been imported already. Upload it again to import it once more.",
    import_no_mapping: "No column is mapped to a field. Choose what at least one column holds.",
    import_file_gone: "The file of this import is no longer kept. Upload it again.",
    import_storage: "The server cannot store the file: its disk is full or cannot be written.",
    import_column_not_found: "The file has no column {{column}}.",
    import_field_twice: "A field can be taken from one column only.",
    import_several_contacts:
      "More than one contact has the e-mail {{email}}. Match by number, or correct the contacts.",
    import_company_not_found: "There is no company named “{{text}}”.",
  },
  fields: {
    mapping: "Columns",
    matchBy: "Find contacts by",
    onMatch: "When the contact exists",
    acceptShortRows: "Accept short rows",
    dryRun: "Dry run",
    fileName: "File name",
    rowNumber: "Row",
    isWarning: "Warning",
    field: "Field",
    message: "Message",
    excerpt: "Value",
    format: "File format",
  },
};
export type ImportsTexts = typeof importsTexts;

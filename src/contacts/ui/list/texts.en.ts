/** What can be done with the contacts that are selected in the list. */
export const selectionUiTexts = {
  exportCsv: "Export to CSV",
  exportXlsx: "Export to Excel",
  exportVcard: "Export as vCard",
};

export const filesTexts = {
  problems: {
    file_empty: "The file is empty. Choose another file.",
    file_unsupported: "This kind of file cannot be read. Choose a CSV, Excel (.xlsx) or vCard file.",
    file_old_excel:
      "The file is an old Excel workbook (.xls) or protected by a password. Save it in Excel as .xlsx without a password.",
    file_damaged: "The file is damaged or incomplete. Save or download it again.",
    file_encoding: "The characters of the file cannot be read. Save it as CSV UTF-8.",
    file_too_large:
      "The file is larger than {{maxMegabytes, number}} MB, packed or unpacked. Split it into smaller files.",
    file_no_header: "The file has no rows. The first row must hold the names of the columns.",
    file_sheet_not_found: "The workbook has no sheet named “{{sheetName}}”. Choose another sheet.",
    file_too_many_columns:
      "The header row is too long; it may have {{maxColumns, number}} columns at most. Check that the first row holds the names of the columns.",
    file_too_many_rows:
      "An Excel sheet holds {{maxRows, number}} rows at most. Narrow the list down or choose CSV.",
    file_too_many_texts:
      "The workbook holds too many different texts. Save the sheet as CSV UTF-8 and choose that file.",
    file_row_columns:
      "The row has {{found, number}} columns, the header {{expected, number}}. Check the delimiters and quotation marks.",
    file_row_field_too_long: "A field is longer than {{maxCharacters, number}} characters. Shorten it.",
    file_row_too_long:
      "The row is longer than {{maxCharacters, number}} characters or has more than {{maxColumns, number}} columns. Shorten it.",
    file_row_quotes:
      "There is text after a closing quotation mark. Write quotation marks inside a field twice.",
    file_row_unclosed_quote:
      "A quotation mark opens in this row and is never closed; the rows after it were not read. Close it.",
    file_row_encoding:
      "Some characters of the row cannot be read. Save the file as UTF-8 and check this row.",
    file_row_nul: "The row holds a NUL character, which no text has. Remove it.",
    file_row_cell_error: "Cell in column {{column}} shows the error {{error}}. Correct its formula.",
    file_row_incomplete: "The card has no end. Export it again.",
  },
};

export type FilesTexts = typeof filesTexts;

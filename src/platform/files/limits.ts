/** Bounds that keep memory flat whatever file arrives. Characters are UTF-16 units, sizes are bytes. */

/** One field: a note is a few pages at most; more is a picture or a lost quotation mark. */
export const maxFieldCharacters = 1_000_000;

/** The picture of a card, packed as text: two megabytes of it, folds and parameters included. */
export const maxPhotoCharacters = 2_800_000;

/** One row or card as a whole, so that many fields just under their limit do not add up. */
export const maxRowCharacters = 4_000_000;

/** The width of an Excel sheet (column XFD). */
export const maxColumns = 16_384;

/** The height of an Excel sheet, header included. */
export const maxSheetRows = 1_048_576;

/** Excel refuses to open a sheet with a longer text in a cell. */
export const maxSheetCellCharacters = 32_767;

/** A file as it is uploaded, unless the caller says otherwise. */
export const defaultMaxFileBytes = 500_000_000;

/** What a workbook may unpack to, all parts we read together. */
export const defaultMaxUnpackedBytes = 4_000_000_000;

/** Spreadsheets shrink to a tenth, dull ones to a hundredth; DEFLATE ends at a thousandth. */
export const maxUnpackRatio = 300;

/** Below this size the ratio says nothing. */
export const ratioMattersFromBytes = 20_000_000;

/** All different texts of a workbook, held in memory outside the heap. */
export const maxSharedStringBytes = 128_000_000;

/** Rows a preview shows unless the caller says otherwise. */
export const defaultPreviewRows = 20;

/** Largest file that is taken, in bytes: a million rows of a CRM's usual export. */
export const MOST_BYTES = 190_000_000
/** Largest workbook: it is read as a whole, while a table of text is read line by line. */
export const MOST_WORKBOOK_BYTES = 20_000_000
/** What a workbook may come to when it is unpacked. */
export const MOST_UNPACKED_BYTES = 200_000_000
/** Rows that a command takes at a time. */
export const BATCH = 5000
/** Faults that are listed; all of them are counted. */
export const LISTED_FAULTS = 200
/** Different values of a column that can be mapped one by one. */
export const MOST_VALUES = 300

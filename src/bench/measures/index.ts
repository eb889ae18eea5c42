import { classification } from "./classification.ts";
import { companyChange } from "./company-change.ts";
import { contactImport } from "./contact-import.ts";
import { contactList } from "./contact-list.ts";
import { contactSearch } from "./contact-search.ts";
import { contactStatistics } from "./contact-statistics.ts";
import { creation } from "./creation.ts";
import { deleteCanceled } from "./delete-canceled.ts";
import { draftFinish } from "./draft-finish.ts";
import { duplicates } from "./duplicates.ts";
import { interactionImport } from "./interaction-import.ts";
import { interactionStatistics } from "./interaction-statistics.ts";
import { logList } from "./log-list.ts";
import { logSearch } from "./log-search.ts";
import type { Measure } from "./measure.ts";
import { timelines } from "./timelines.ts";

/** Everything that is measured, in the order of the table: reading before writing. */
export const measures: readonly Measure[] = [
  ...timelines,
  ...logList,
  ...logSearch,
  ...contactList,
  ...contactSearch,
  ...contactStatistics,
  ...interactionStatistics,
  ...creation,
  ...draftFinish,
  ...duplicates,
  ...companyChange,
  ...deleteCanceled,
  ...classification,
  ...contactImport,
  ...interactionImport,
];

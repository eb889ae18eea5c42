import { z } from "zod";

/** Two companies that may be the same (contacts, section 5). Apart from the other contracts: contacts answer it, too. */
export const DuplicatePair = z
  .object({
    /** The company that was written last. */
    contactNo: z.string(),
    contactName: z.string().nullable(),
    contactCity: z.string().nullable(),
    /** The company it resembles. */
    duplicateNo: z.string(),
    duplicateName: z.string().nullable(),
    duplicateCity: z.string().nullable(),
    /** How many search strings they share. */
    hits: z.int(),
    /** Somebody decided that they are two. */
    separate: z.boolean(),
    foundAt: z.string(),
  })
  .meta({ id: "DuplicatePair" });
export type DuplicatePair = z.output<typeof DuplicatePair>;

import { z } from "zod";
import { type Access, type Endpoint, endpoint } from "#platform/http/endpoint.ts";
import { code, date, integerParameter, requiredLongText } from "#platform/http/fields.ts";
import { commentLength } from "./comments.rules.ts";

/** Contracts of the comments of any record (interactions §2.5). */

/** A line of comments; line numbers go in steps of 10,000. */
export const RecordComment = z
  .object({
    lineNo: z.int(),
    date: z.string().nullable(),
    code: z.string().nullable(),
    text: z.string(),
    author: z.string(),
    createdAt: z.string(),
    /** Of the last change; blank while there was none. */
    lastModifiedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "RecordComment" });
export type RecordComment = z.output<typeof RecordComment>;

const text = requiredLongText(commentLength);
const dated = { date: date().nullable().optional(), code: code(10).optional() };

export const NewRecordComment = z.strictObject({ text, ...dated }).meta({ id: "NewRecordComment" });
export type NewRecordComment = z.output<typeof NewRecordComment>;

export const RecordCommentChange = z
  .strictObject({ text: text.optional(), ...dated })
  .meta({ id: "RecordCommentChange" });
export type RecordCommentChange = z.output<typeof RecordCommentChange>;

/** The comments of any kind of record, as code that works with all of them sees them. */
export interface AnyComments {
  readonly list: Endpoint;
  readonly add: Endpoint;
  readonly change: Endpoint;
  readonly remove: Endpoint;
}

interface Definition<Params extends z.ZodObject> {
  /** In PascalCase, as in operation ids: `Contact`. */
  readonly of: string;
  /** Path of the record: `/contacts/{no}`. */
  readonly path: string;
  readonly params: Params;
  readonly read: Access;
  readonly write: Access;
}

/** The four endpoints of the comments of a record (interactions §2.5: the same rules for every kind of record). */
export function defineComments<Params extends z.ZodObject>({
  of,
  path,
  params,
  read,
  write,
}: Definition<Params>) {
  const linePath = params.extend({ lineNo: integerParameter(1, 2_000_000_000) });
  return {
    list: endpoint({
      id: `list${of}Comments`,
      method: "GET",
      path: `${path}/comments`,
      access: read,
      summary: "The comments in their order.",
      params,
      result: z.object({ items: z.array(RecordComment) }),
      problems: ["not_found"],
    }),
    add: endpoint({
      id: `add${of}Comment`,
      method: "POST",
      path: `${path}/comments`,
      access: write,
      summary: "Adds a comment. Its date is today unless there is one of today already.",
      params,
      body: NewRecordComment,
      result: RecordComment,
      status: 201,
      problems: ["not_found"],
    }),
    change: endpoint({
      id: `change${of}Comment`,
      method: "PATCH",
      path: `${path}/comments/{lineNo}`,
      access: write,
      summary: "Changes a comment.",
      params: linePath,
      body: RecordCommentChange,
      result: RecordComment,
      problems: ["not_found"],
    }),
    remove: endpoint({
      id: `delete${of}Comment`,
      method: "DELETE",
      path: `${path}/comments/{lineNo}`,
      access: write,
      summary: "Deletes a comment.",
      params: linePath,
      problems: ["not_found"],
    }),
  } as const;
}

/** Those of a record whose path holds its number: what the kinds' endpoints look like but for their paths. */
export type CommentsByNo = ReturnType<typeof defineComments<z.ZodObject<{ no: z.ZodString }>>>;

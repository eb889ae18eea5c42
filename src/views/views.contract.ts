import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter, requiredText } from "#platform/http/fields.ts";

/** Contracts of saved views: a list's filters, order and columns under a name. */

export const viewNameLength = 60;

/** Values of the list's own parameters, as texts: `{ "type": "company", "sort": "-name" }`. */
const parameters = z.record(z.string().min(1).max(60), z.string().min(1).max(2_000));
const columns = z.array(z.string().min(1).max(60)).max(100).nullable();
const list = z.string().min(1).max(100);

/** Something in a view that is not there any more. */
export const LeftOut = z
  .object({
    parameter: z.string(),
    value: z.string(),
    /** `unknown_parameter`: the list has no such filter or order, so it is not in `query`. `not_found`: no record has this code. */
    because: z.enum(["unknown_parameter", "not_found"]),
  })
  .meta({ id: "SavedViewLeftOut" });

export const SavedView = z
  .object({
    id: z.int(),
    list: z.string(),
    name: z.string(),
    /** Everybody's; otherwise the caller's own. */
    shared: z.boolean(),
    query: z.record(z.string(), z.string()),
    /** Keys of the columns shown; `null` = as the list shows them. */
    columns: z.array(z.string()).nullable(),
    /** The caller's list opens with it. */
    isDefault: z.boolean(),
    leftOut: z.array(LeftOut),
    createdBy: z.string(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.output<typeof SavedView>;

export const NewSavedView = z
  .strictObject({
    /** Path of the list without its slash, such as `contacts` or `interaction-log-entries`. */
    list,
    name: requiredText(viewNameLength),
    query: parameters,
    columns: columns.optional(),
    /** Everybody's from the start; takes `setup.write`. */
    shared: z.boolean().optional(),
  })
  .meta({ id: "NewSavedView" });
export type NewSavedView = z.output<typeof NewSavedView>;

export const SavedViewChange = z
  .strictObject({
    name: requiredText(viewNameLength).optional(),
    query: parameters.optional(),
    columns: columns.optional(),
    shared: z.boolean().optional(),
  })
  .meta({ id: "SavedViewChange" });
export type SavedViewChange = z.output<typeof SavedViewChange>;

const viewPath = z.object({ id: integerParameter(1, 2_147_483_647) });

export const listSavedViews = endpoint({
  id: "listSavedViews",
  method: "GET",
  path: "/saved-views",
  access: "signedIn",
  summary: "The caller's own views of a list and those of everybody, by name.",
  description: "Takes the right to read the list. All of them at once: there are few.",
  query: z.strictObject({ list }),
  result: z.object({ items: z.array(SavedView) }).meta({ id: "SavedViews" }),
});

export const getSavedView = endpoint({
  id: "getSavedView",
  method: "GET",
  path: "/saved-views/{id}",
  access: "signedIn",
  summary: "One view.",
  params: viewPath,
  result: SavedView,
});

export const createSavedView = endpoint({
  id: "createSavedView",
  method: "POST",
  path: "/saved-views",
  access: "signedIn",
  summary: "Save what a list shows under a name.",
  description:
    "`query` holds the parameters of the list's own request, without `limit`, `cursor` and `count`; what the list does not accept is refused at its path. Everybody's views take the right `setup.write`; a view of one's own takes a user, so a token without one can only make those.",
  body: NewSavedView,
  result: SavedView,
  status: 201,
  problems: ["view_needs_user", "view_name_taken"],
});

export const changeSavedView = endpoint({
  id: "changeSavedView",
  method: "PATCH",
  path: "/saved-views/{id}",
  access: "signedIn",
  summary: "Rename a view, save it anew, share it or keep it to oneself.",
  params: viewPath,
  body: SavedViewChange,
  result: SavedView,
  problems: ["view_needs_user", "view_name_taken"],
});

export const deleteSavedView = endpoint({
  id: "deleteSavedView",
  method: "DELETE",
  path: "/saved-views/{id}",
  access: "signedIn",
  summary: "Delete a view; lists that opened with it open without one.",
  params: viewPath,
});

export const setDefaultView = endpoint({
  id: "setDefaultView",
  method: "POST",
  path: "/saved-views/{id}/set-default",
  access: "signedIn",
  summary: "Have the caller's list open with this view instead of any other.",
  params: viewPath,
  result: SavedView,
  problems: ["view_needs_user"],
});

export const clearDefaultView = endpoint({
  id: "clearDefaultView",
  method: "POST",
  path: "/saved-views/{id}/clear-default",
  access: "signedIn",
  summary: "Have the caller's list open without this view again.",
  params: viewPath,
  result: SavedView,
  problems: ["view_needs_user"],
});

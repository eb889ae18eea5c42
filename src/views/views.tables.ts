import type { Generated, JSONColumnType } from "kysely";

/** Parameters of a list's request, as they stand in the address line. */
export type ListParameters = Readonly<Record<string, string>>;

export interface ViewsTables {
  saved_views: {
    id: Generated<number>;
    list: string;
    name: string;
    user_id: number | null;
    query: JSONColumnType<ListParameters, string, string>;
    columns: string[] | null;
    created_by: string;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  saved_view_defaults: {
    user_id: number;
    list: string;
    view_id: number;
  };
}

/** Where the pages of users are. */

export const usersPath = "/users";
export const ownSettingsPath = "/settings";

export function userHref(id: number): string {
  return `${usersPath}/${id}`;
}

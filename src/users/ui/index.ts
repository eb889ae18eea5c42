/** What people and access offer to the pages of other modules. */

export { CopyField } from "./CopyField.tsx";
export { NewUserFields } from "./NewUserFields.tsx";
export { useNewUser } from "./use-new-user.ts";

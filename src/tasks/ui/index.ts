/** What tasks offer to the pages of other modules. */

export { taskHref } from "./addresses.ts";
export { typeKey } from "./choices.ts";
export { ContactTasksBox, prefetchContactTasks } from "./lazy-box.tsx";
export { TaskBadges } from "./TaskBadges.tsx";
export { whenOf } from "./use-when.ts";

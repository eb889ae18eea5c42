export { createTask } from "./tasks.commands.ts";
export { listTasks, listTasksById } from "./tasks.queries.ts";
export { serveTasks } from "./tasks.routes.ts";

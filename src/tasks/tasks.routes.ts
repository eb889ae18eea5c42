import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeTask, createTask, deleteTask } from "./tasks.commands.ts";
import * as contract from "./tasks.contract.ts";
import { getTask, listTasks } from "./tasks.queries.ts";

export function serveTasks(api: Api): void {
  serve(api, contract.listTasks, ({ ctx, query }) => listTasks(ctx.db, query));
  serve(api, contract.getTask, ({ ctx, params }) => getTask(ctx.db, params.no));
  serve(api, contract.createTask, async ({ ctx, body }) => {
    const task = await createTask(ctx, body);
    return created(task, `/tasks/${encodeURIComponent(task.no)}`);
  });
  serve(api, contract.changeTask, ({ ctx, params, body, ifMatch }) =>
    changeTask(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.deleteTask, async ({ ctx, params, ifMatch }) => {
    await deleteTask(ctx, params.no, ifMatch);
    return undefined;
  });
}

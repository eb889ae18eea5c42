export { answerWithJob } from "./answer-with-job.ts";
export {
  type JobDefinition,
  type JobHandler,
  type JobProgress,
  type JobResult,
  type JobWork,
  job,
  work,
} from "./define-job.ts";
export { enqueue } from "./enqueue.ts";

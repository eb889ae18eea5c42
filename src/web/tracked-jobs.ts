import { readSetting, useSetting, writeSetting } from "./stored-setting.ts";

/** A job that was started in this browser, so that it is found again after leaving its page. */
export interface TrackedJob {
  readonly id: string;
  /** What is being done, in the words of the moment it was started. */
  readonly title: string;
  /** Where its result is seen. */
  readonly href?: string;
}

const trackedSetting = "jobs";
const none: readonly TrackedJob[] = [];

/** Keeps a job in the top bar until it is removed there. */
export function trackJob(job: TrackedJob): void {
  const others = readSetting<readonly TrackedJob[]>(trackedSetting, none).filter(({ id }) => id !== job.id);
  writeSetting(trackedSetting, [job, ...others].slice(0, 10));
}

export function forgetJob(id: string): void {
  writeSetting(
    trackedSetting,
    readSetting<readonly TrackedJob[]>(trackedSetting, none).filter((job) => job.id !== id),
  );
}

export function useTrackedJobs(): readonly TrackedJob[] {
  return useSetting<readonly TrackedJob[]>(trackedSetting, none)[0];
}

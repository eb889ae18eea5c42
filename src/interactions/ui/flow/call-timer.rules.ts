/** How long a call takes (B11). Pure. */

/** A call's clock: running since a moment (ms since 1970), or stopped after some seconds. */
export type CallClock =
  | { readonly isRunning: true; readonly since: number }
  | { readonly isRunning: false; readonly seconds: number };

/** Whole seconds; a clock that was put back does not run backwards. */
export function secondsOf(clock: CallClock, now: number): number {
  return clock.isRunning ? Math.max(0, Math.floor((now - clock.since) / 1000)) : clock.seconds;
}

/** Whole minutes, begun ones counted. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}

/** `4:07`, `1:02:09` */
export function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first, ...others] = hours > 0 ? [hours, ...parts] : parts;
  return [String(first), ...others.map((part) => String(part).padStart(2, "0"))].join(":");
}

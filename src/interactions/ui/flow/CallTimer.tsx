import { Button, Group, Text } from "@mantine/core";
import { IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useT } from "#web/i18n.ts";
import { useSetting } from "#web/stored-setting.ts";
import { useFormat } from "#web/use-format.ts";
import { type CallClock, clockText, minutesOf, secondsOf } from "./call-timer.rules.ts";
import { clockSetting } from "./flow-memory.ts";

const notStarted: CallClock = { isRunning: false, seconds: 0 };

/**
 * The clock of a call; it goes on over a reload. When the call ends, its length becomes the duration.
 * @param onEnd is told the whole minutes
 */
export function useCallTimer(draftId: string, onEnd: (durationMin: number) => void) {
  const [clock, setClock] = useSetting<CallClock>(clockSetting(draftId), notStarted);
  return {
    clock,
    start: () => setClock({ isRunning: true, since: Date.now() }),
    end: () => {
      if (!clock.isRunning) return;
      const seconds = secondsOf(clock, Date.now());
      setClock({ isRunning: false, seconds });
      onEnd(minutesOf(seconds));
    },
  };
}

export type CallTimerState = ReturnType<typeof useCallTimer>;

/** How long the call takes, with the button that ends it; nothing before it has begun. */
export function CallTimer({ timer }: { readonly timer: CallTimerState }) {
  const t = useT();
  const format = useFormat();
  const { clock } = timer;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!clock.isRunning) return;
    const interval = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(interval);
  }, [clock.isRunning]);
  const seconds = secondsOf(clock, Math.max(now, clock.isRunning ? clock.since : 0));
  if (!clock.isRunning && seconds === 0) return null;
  const Icon = clock.isRunning ? IconPhone : IconPhoneOff;
  return (
    <Group gap="sm" role="timer" aria-label={t("interactions.flow.callTime")}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <Text ff="monospace" fw={600} aria-live="off">
        {clockText(seconds)}
      </Text>
      {clock.isRunning ? (
        <Button size="compact-sm" variant="light" color="red" onClick={timer.end}>
          {t("interactions.flow.endCall")}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t("interactions.flow.callLasted", { duration: format.duration(minutesOf(seconds)) })}
        </Text>
      )}
    </Group>
  );
}

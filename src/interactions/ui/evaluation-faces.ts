import {
  IconMoodAngry,
  IconMoodEmpty,
  IconMoodHappy,
  IconMoodSad,
  IconMoodSmile,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import type { Tone } from "#web/widgets/StatusBadge.tsx";

interface Face {
  readonly value: Evaluation;
  readonly icon: TablerIcon;
  readonly tone: Tone;
}

/** From the worst to the best, as the keys 1 to 5. */
export const faces: readonly Face[] = [
  { value: "veryNegative", icon: IconMoodAngry, tone: "danger" },
  { value: "negative", icon: IconMoodSad, tone: "warning" },
  { value: "neutral", icon: IconMoodEmpty, tone: "neutral" },
  { value: "positive", icon: IconMoodSmile, tone: "success" },
  { value: "veryPositive", icon: IconMoodHappy, tone: "success" },
];

export function faceOf(evaluation: Evaluation): Face {
  return faces.find(({ value }) => value === evaluation)!;
}

/** The evaluation a key stands for: 1 very negative … 5 very positive. */
export function evaluationOfKey(key: string): Evaluation | undefined {
  return /^[1-5]$/.test(key) ? faces[Number(key) - 1]?.value : undefined;
}

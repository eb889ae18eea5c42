import { useMemo } from "react";
import * as format from "./format.ts";
import { useLanguage } from "./i18n.ts";
import { useSession } from "./session.ts";

/** The formatters of `format.ts` in the reader's language, with the company's currency and time zone. */
export function useFormat() {
  const language = useLanguage();
  const { currencyCode: currency, timeZone } = useSession().company;
  return useMemo(
    () => ({
      date: (day: string, style?: format.DateStyle) => format.formatDate(day, language, style),
      time: (time: string) => format.formatTime(time, language),
      dayAndTime: (day: string, time: string | null) => format.formatDayAndTime(day, time, language),
      instant: (instant: string) => format.formatInstant(instant, language, timeZone),
      dateRange: (from: string, to: string) => format.formatDateRange(from, to, language),
      number: (value: number, options?: Intl.NumberFormatOptions) =>
        format.formatNumber(value, language, options),
      money: (amount: number) => format.formatMoney(amount, currency, language),
      percent: (share: number) => format.formatPercent(share, language),
      duration: (minutes: number) => format.formatDuration(minutes, language),
      relative: (instant: string) => format.formatRelative(instant, new Date(), language),
      relativeDay: (day: string) =>
        format.formatRelativeDay(day, format.dayAndTimeOf(new Date(), timeZone).day, language),
      /** Today in the company's time zone. */
      today: () => format.dayAndTimeOf(new Date(), timeZone).day,
      currency,
      language,
      timeZone,
    }),
    [language, currency, timeZone],
  );
}

export type Format = ReturnType<typeof useFormat>;

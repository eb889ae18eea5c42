import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";

/** Sizes of files as people read them: `1.4 MB`. */
export function useFileSize(): (bytes: number) => string {
  const t = useT();
  const format = useFormat();
  return (bytes) => {
    const kilobytes = bytes / 1000;
    const isSmall = kilobytes < 1000;
    const size = isSmall
      ? format.number(Math.max(1, Math.round(kilobytes)))
      : format.number(kilobytes / 1000, { maximumFractionDigits: 1 });
    return t(isSmall ? "interactions.attachments.sizeKb" : "interactions.attachments.sizeMb", { size });
  };
}

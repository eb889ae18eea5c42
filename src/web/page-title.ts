import { useEffect } from "react";

/** Names the document; bookmarks, tabs and screen readers know the page by it. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title === "" ? "Rapport" : `${title} · Rapport`;
  }, [title]);
}

import { useState } from "react";
import { uploadType } from "#attachments/attachments.contract.ts";
import type { PictureContract } from "#pictures/pictures.contract.ts";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import type { Pictured } from "./Avatar.tsx";
import { shrinkImage } from "./shrink-image.ts";

/** Changes the picture of a record; each change can be undone. */
export function usePicture(
  { no, name, image }: Pick<Pictured, "name" | "image"> & { readonly no: string },
  contract: PictureContract,
  changes: readonly string[],
) {
  const t = useT();
  const ui = useUi();
  const [isBusy, setIsBusy] = useState(false);
  const values = { name: name ?? no };
  // As a body of no kind: the server finds out what it is by its bytes, and says so when it is none.
  const put = (picture: Blob) =>
    ui.call(contract.put, { params: { no }, upload: picture.slice(0, picture.size, uploadType) }, changes);
  const remove = () => ui.call(contract.remove, { params: { no } }, changes);

  async function busily(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    isBusy,
    take: (file: Blob) =>
      busily(async () => {
        const former = await bytesOf(image);
        const picture = await shrinkImage(file).catch(() => null);
        // What the browser cannot read, the server says in its own words.
        if (!(await put(picture ?? file))) return;
        const undo = () => (former === null ? remove() : put(former));
        ui.showUndo(t(former === null ? "pictures.added" : "pictures.replaced", values), undo);
      }),
    remove: () =>
      busily(async () => {
        const former = await bytesOf(image);
        if (!(await remove())) return;
        if (former !== null) ui.showUndo(t("pictures.removed", values), () => put(former));
      }),
  };
}

/** The bytes as they are, so that they can be put back. */
async function bytesOf(image: string | null): Promise<Blob | null> {
  if (image === null) return null;
  const response = await fetch(image, { credentials: "same-origin" });
  return response.ok ? await response.blob() : null;
}

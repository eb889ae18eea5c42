export { measurePicture } from "./measure-picture.ts";
export {
  type PictureOwner,
  type StoredPicture,
  storePicture,
  type WantedPicture,
} from "./pictures.commands.ts";
export { openPicture, type PictureOf } from "./pictures.queries.ts";
export { servePictures } from "./pictures.routes.ts";

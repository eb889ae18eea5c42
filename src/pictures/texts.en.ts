/** Texts of pictures, whose ever they are. */
export const picturesTexts = {
  problems: {
    image_kind: "This is not a picture that can be shown. Choose a PNG, JPEG or WebP file.",
    image_side: "The picture is larger than {{maximum}} pixels. Make it smaller.",
    image_nameless: "{{no}} has no name. Give it one before its picture.",
    image_linked: "The picture is only linked to ({{address}}). It was not fetched; add it yourself.",
    image_none: "{{no}} has no picture.",
  },
};

export type PicturesTexts = typeof picturesTexts;

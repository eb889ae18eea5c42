export const picturesUiTexts = {
  add: "Add a picture of {{name}}",
  of: "Picture of {{name}}",
  choose: "Choose a picture…",
  replace: "Choose another picture…",
  camera: "Take a photo",
  save: "Save as a file",
  remove: "Remove the picture",
  hint: "Or drop or paste one here.",
  added: "Picture of {{name}} added",
  replaced: "Picture of {{name}} replaced",
  removed: "Picture of {{name}} removed",
};

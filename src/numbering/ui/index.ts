/** What number series offer to the pages of other modules. */

export { newLine, nextNumber } from "./lines-form.rules.ts";
export { NextNumberText } from "./NextNumber.tsx";

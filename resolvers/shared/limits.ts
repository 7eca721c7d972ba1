/** The language iterates over this many elements, and leaves out the rest without a word: no page and no filter has more. */
export const MAX_ELEMENTS = 1000;

/** The language iterates over this many elements, and leaves out the rest without a word: no page and no filter has more. */
export const MAX_ELEMENTS = 1000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export const MAX_KEYS = 100;

/** Sizes in bytes: of a page that is not read on, and of one with all that comes along with it. AppSync answers with 5 MB at most. */
export const FULL_PAGE_SIZE = 500000;
export const MAX_ANSWER_SIZE = 3000000;

/** How deep groups of filters may nest: the language has no recursion, so that the levels are counted out. */
export const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

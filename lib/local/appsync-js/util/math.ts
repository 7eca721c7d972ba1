/** `util.math`. */
export const math = {
  roundNum: (value: number): number => Math.round(value),
  minVal: (first: number, second: number): number => Math.min(first, second),
  maxVal: (first: number, second: number): number => Math.max(first, second),
  randomDouble: (): number => Math.random(),
  /** As in Java, the upper value itself is not in the range. */
  randomWithinRange: (start: number, end: number): number => start + Math.floor(Math.random() * (end - start)),
};

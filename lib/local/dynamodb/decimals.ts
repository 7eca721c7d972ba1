/** A decimal number, exact where a JavaScript number would round: `0.<digits>` times ten to the power of `magnitude`. */
interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Without zeros at either end. */
  readonly digits: string;
  readonly magnitude: number;
}

/** A form in which equal numbers are equal strings, whichever way they are written. */
export function comparableDecimal(text: string): string {
  const { sign, digits, magnitude } = parseDecimal(text);
  return `${sign}:${digits}e${magnitude}`;
}

/** Negative, zero or positive, as one number is less than, equal to or greater than the other. */
export function compareDecimals(one: string, other: string): number {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.magnitude !== b.magnitude) return a.sign * (a.magnitude - b.magnitude);
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -a.sign : a.sign;
}

function parseDecimal(text: string): Decimal {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return { sign: 0, digits: '', magnitude: 0 };
  return { sign: sign === '-' ? -1 : 1, digits: significant, magnitude: Number(exponent) - fraction.length + digits.length };
}

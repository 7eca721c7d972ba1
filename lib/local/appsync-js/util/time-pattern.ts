import { offsetMinutes, parseOffset, printOffset } from './time-zone';

/** A time taken apart for a time zone. `date` holds the local time in its UTC fields. */
interface LocalTime { readonly date: Date; readonly offset: number; readonly timeZone: string }

/** What was read of a timestamp. */
interface ParsedTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  isAfternoon: boolean;
  offset?: number;
}

/** What a letter of a format prints, and for a letter that can be read: what it looks like and what it means. */
interface Letter {
  print(time: LocalTime, length: number): string;
  pattern?(length: number): string;
  read?(parsed: ParsedTime, text: string): void;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const digits = (length: number): string => (length === 1 ? '\\d+' : `\\d{${length}}`);
const number = (get: (date: Date) => number, read?: (parsed: ParsedTime, value: number) => void): Letter => ({
  print: ({ date }, length) => String(get(date)).padStart(length, '0'),
  ...read && { pattern: digits, read: (parsed, text) => read(parsed, Number(text)) },
});
const offset: Letter = {
  print: ({ offset: minutes }, length) => printOffset(minutes, length > 4 ? ':' : ''),
  pattern: () => 'Z|[+-]\\d{2}:?\\d{2}',
  read: (parsed, text) => {
    parsed.offset = parseOffset(text);
  },
};
const isoOffset = (zero: string | undefined): Letter => ({
  ...offset,
  print: ({ offset: minutes }, length) => {
    if (minutes === 0 && zero !== undefined) return zero;
    const text = printOffset(minutes, length === 3 || length === 5 ? ':' : '');
    return length === 1 && text.endsWith('00') ? text.slice(0, 3) : text;
  },
  pattern: () => 'Z|[+-]\\d{2}(?::?\\d{2})?',
});
const weekday: Letter = { print: ({ date }, length) => named(weekdays[date.getUTCDay()]!, length) };
const year: Letter = {
  print: ({ date }, length) => (length === 2 ? String(date.getUTCFullYear() % 100) : String(date.getUTCFullYear())).padStart(length, '0'),
  pattern: (length) => (length === 1 || length === 3 ? '\\d+' : digits(length)),
  read: (parsed, text) => {
    parsed.year = text.length === 2 ? 2000 + Number(text) : Number(text);
  },
};
const month: Letter = {
  print: ({ date }, length) => (length > 2 ? named(months[date.getUTCMonth()]!, length) : String(date.getUTCMonth() + 1).padStart(length, '0')),
  pattern: (length) => (length > 2 ? months.map((name) => named(name, length)).join('|') : digits(length)),
  read: (parsed, text) => {
    parsed.month = /^\d/.test(text) ? Number(text) : months.findIndex((name) => name.startsWith(text)) + 1;
  },
};

/** The letters of Java's DateTimeFormatter, as far as they are about what a timestamp holds. */
const letters: Readonly<Record<string, Letter>> = {
  y: year,
  u: year,
  M: month,
  L: month,
  d: number((date) => date.getUTCDate(), (parsed, value) => { parsed.day = value; }),
  D: number((date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / 86_400_000) + 1),
  E: weekday,
  a: {
    print: ({ date }) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
    pattern: () => 'AM|PM',
    read: (parsed, text) => {
      parsed.isAfternoon = text === 'PM';
    },
  },
  H: number((date) => date.getUTCHours(), (parsed, value) => { parsed.hour = value; }),
  h: number((date) => date.getUTCHours() % 12 || 12, (parsed, value) => { parsed.hour = value % 12; }),
  m: number((date) => date.getUTCMinutes(), (parsed, value) => { parsed.minute = value; }),
  s: number((date) => date.getUTCSeconds(), (parsed, value) => { parsed.second = value; }),
  S: {
    print: ({ date }, length) => String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(length, '0').slice(0, length),
    pattern: (length) => `\\d{${length}}`,
    read: (parsed, text) => {
      parsed.millisecond = Number(text.padEnd(3, '0').slice(0, 3));
    },
  },
  Z: offset,
  X: isoOffset('Z'),
  x: isoOffset(undefined),
  V: { print: ({ timeZone }) => timeZone },
};

/** A format in parts: runs of one letter, and literal text. */
function parts(caller: string, format: string): { readonly letter?: Letter; readonly length: number; readonly text: string }[] {
  return [...format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^]/g)].map(([text, quoted, name]) => {
    if (quoted !== undefined) return { length: 0, text: quoted.replaceAll('\'\'', '\'') || '\'' };
    if (name === undefined) return { length: 0, text };
    if (!Object.hasOwn(letters, name)) {
      const supported = Object.keys(letters).join(' ');
      throw new Error(`${caller}: the letter '${name}' in the format '${format}' is not supported by the local API; it has ${supported}`);
    }
    return { letter: letters[name], length: text.length, text };
  });
}

/** Prints a time by a format of Java's DateTimeFormatter. */
export function formatTime(caller: string, milliseconds: number, format: string, timeZone: string): string {
  const zoneOffset = offsetMinutes(caller, milliseconds, timeZone);
  const time = { date: new Date(milliseconds + zoneOffset * 60_000), offset: zoneOffset, timeZone };
  return parts(caller, format).map(({ letter, length, text }) => (letter ? letter.print(time, length) : text)).join('');
}

/** Reads a time by a format of Java's DateTimeFormatter. An offset in the text counts more than the time zone. */
export function parseTime(caller: string, timestamp: string, format: string, timeZone: string): number {
  const readers: NonNullable<Letter['read']>[] = [];
  const source = parts(caller, format).map(({ letter, length, text }) => {
    if (!letter) return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    if (!letter.pattern || !letter.read) throw new Error(`${caller}: '${text}' in the format '${format}' can be printed only, not read`);
    readers.push(letter.read);
    return `(${letter.pattern(length)})`;
  }).join('');
  const found = new RegExp(`^${source}$`).exec(timestamp);
  if (!found) throw new Error(`${caller}: '${timestamp}' does not have the format '${format}'`);

  const parsed: ParsedTime = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0, isAfternoon: false };
  readers.forEach((read, index) => read(parsed, found[index + 1]!));
  const hour = parsed.hour + (parsed.isAfternoon ? 12 : 0);
  const local = Date.UTC(parsed.year, parsed.month - 1, parsed.day, hour, parsed.minute, parsed.second, parsed.millisecond);
  if (parsed.offset !== undefined) return local - parsed.offset * 60_000;
  // The offset depends on the time that is looked for: the first guess is off where clocks change, the second is not.
  const guess = local - offsetMinutes(caller, local, timeZone) * 60_000;
  return local - offsetMinutes(caller, guess, timeZone) * 60_000;
}

/** Three letters are the short form, four the whole name. */
function named(name: string, length: number): string {
  return length < 4 ? name.slice(0, 3) : name;
}

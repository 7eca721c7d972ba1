const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a time zone is ahead of UTC at a time, in minutes. */
export function offsetMinutes(caller: string, milliseconds: number, timeZone: string): number {
  const fixed = /^(?:UTC|GMT)?([+-]\d{2}:?\d{2})$/.exec(timeZone);
  if (fixed) return parseOffset(fixed[1]!);
  // 'GMT+08:00', or 'GMT' alone for zero.
  const name = formatterOf(caller, timeZone).formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')!.value;
  return name === 'GMT' ? 0 : parseOffset(name.slice(3));
}

function formatterOf(caller: string, timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    } catch {
      throw new Error(`${caller}: there is no time zone '${timeZone}'; use a name such as 'Europe/Berlin', or an offset such as '+02:00'`);
    }
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Reads `Z`, `+08`, `+0800` or `+08:00` as minutes. */
export function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', ''));
  return text.startsWith('-') ? -minutes : minutes;
}

/** Prints minutes as `+0800`, with what is to stand between hours and minutes. */
export function printOffset(minutes: number, separator: string): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}${separator}${rest}`;
}

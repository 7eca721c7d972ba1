import { formatTime, parseTime } from './time-pattern';

/** `util.time`. Formats are those of Java's DateTimeFormatter; without a time zone, times are UTC. */
export const time = {
  nowISO8601: (): string => new Date().toISOString(),
  nowEpochSeconds: (): number => Math.floor(Date.now() / 1000),
  nowEpochMilliSeconds: (): number => Date.now(),
  nowFormatted: (format: string, timeZone?: string | null): string => formatTime('util.time.nowFormatted', Date.now(), format, timeZone ?? 'UTC'),
  parseFormattedToEpochMilliSeconds: (timestamp: string, format: string, timeZone?: string | null): number =>
    parseTime('util.time.parseFormattedToEpochMilliSeconds', timestamp, format, timeZone ?? 'UTC'),
  parseISO8601ToEpochMilliSeconds: (timestamp: string): number => {
    const milliseconds = Date.parse(timestamp);
    if (Number.isNaN(milliseconds)) throw new Error(`util.time.parseISO8601ToEpochMilliSeconds: '${timestamp}' is no ISO 8601 time`);
    return milliseconds;
  },
  epochMilliSecondsToSeconds: (milliseconds: number): number => Math.floor(milliseconds / 1000),
  epochMilliSecondsToISO8601: (milliseconds: number): string => new Date(milliseconds).toISOString(),
  epochMilliSecondsToFormatted: (milliseconds: number, format: string, timeZone?: string | null): string =>
    formatTime('util.time.epochMilliSecondsToFormatted', milliseconds, format, timeZone ?? 'UTC'),
};

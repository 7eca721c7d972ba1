import { evaluate } from './handler-call';

const time = (expression: string): unknown => evaluate(`util.time.${expression}`);

describe('util.time', () => {
  test.each<[string, unknown]>([
    ['parseFormattedToEpochMilliSeconds("2018-02-01 17:21:05.180+0800", "yyyy-MM-dd HH:mm:ss.SSSZ")', 1517476865180],
    ['parseFormattedToEpochMilliSeconds("2018-02-01 17:21:05.180", "yyyy-MM-dd HH:mm:ss.SSS", "Australia/Perth")', 1517476865180],
    ['parseISO8601ToEpochMilliSeconds("2018-02-01T17:21:05.180+08:00")', 1517476865180],
    ['epochMilliSecondsToSeconds(1517943695750)', 1517943695],
    ['epochMilliSecondsToISO8601(1517943695750)', '2018-02-06T19:01:35.750Z'],
    ['epochMilliSecondsToFormatted(1517943695750, "yyyy-MM-dd HH:mm:ssZ")', '2018-02-06 19:01:35+0000'],
    ['epochMilliSecondsToFormatted(1517943695750, "yyyy-MM-dd HH:mm:ssZ", "Australia/Perth")', '2018-02-07 03:01:35+0800'],
  ])('%s, as documented', (expression, value) => {
    expect(time(expression)).toBe(value);
  });

  test.each([
    ['yyyy-MM-dd\'T\'HH:mm:ss.SSSX', '2018-02-06T19:01:35.750Z'],
    ['yy/M/d h:m:s a', '18/2/6 7:1:35 PM'],
    ['EEE, dd MMM yyyy', 'Tue, 06 Feb 2018'],
    ['EEEE d MMMM u, D', 'Tuesday 6 February 2018, 37'],
    ['HH\'\'mm \'o\'\'clock\' S SSSSSS', '19\'01 o\'clock 7 750000'],
    ['xxx XXX VV', '+00:00 Z UTC'],
  ])('formats %s', (format, text) => {
    expect(time(`epochMilliSecondsToFormatted(1517943695750, ${JSON.stringify(format)})`)).toBe(text);
  });

  test.each([
    ['6 February 2018 7:01 PM', 'd MMMM yyyy h:mm a', 'UTC', '2018-02-06T19:01:00.000Z'],
    ['12:30 AM 06.02.18', 'hh:mm a dd.MM.yy', 'UTC', '2018-02-06T00:30:00.000Z'],
    ['2018-07-01 12:00', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2018-07-01T10:00:00.000Z'],
    ['2018-03-25 03:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2018-03-25T01:30:00.000Z'],
    ['2018-10-28 12:00', 'yyyy-MM-dd HH:mm', 'America/New_York', '2018-10-28T16:00:00.000Z'],
    ['2018-07-01', 'yyyy-MM-dd', '-03:30', '2018-07-01T03:30:00.000Z'],
  ])('reads %s by %s in %s', (text, format, zone, iso) => {
    expect(time(`epochMilliSecondsToISO8601(util.time.parseFormattedToEpochMilliSeconds("${text}", "${format}", "${zone}"))`)).toBe(iso);
  });

  test('now', () => {
    const before = Date.now();
    const iso = time('nowISO8601()') as string;
    const seconds = time('nowEpochSeconds()') as number;
    const milliseconds = time('nowEpochMilliSeconds()') as number;
    expect(iso).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(iso) - before)).toBeLessThan(10_000);
    expect(Math.abs(milliseconds - before)).toBeLessThan(10_000);
    expect(seconds).toBe(Math.floor(seconds));
    expect(Math.abs(seconds * 1000 - before)).toBeLessThan(10_000);
    expect(time('nowFormatted("yyyy", "UTC")')).toBe(String(new Date(before).getUTCFullYear()));
  });

  test.each([
    ['nowFormatted("QQ")', 'util.time.nowFormatted: the letter \'Q\' in the format \'QQ\' is not supported by the local API'],
    ['nowFormatted("yyyy", "Mars/Olympus")', 'util.time.nowFormatted: there is no time zone \'Mars/Olympus\''],
    ['parseFormattedToEpochMilliSeconds("x", "yyyy")', 'util.time.parseFormattedToEpochMilliSeconds: \'x\' does not have the format \'yyyy\''],
    ['parseFormattedToEpochMilliSeconds("Mon", "EEE")', '\'EEE\' in the format \'EEE\' can be printed only, not read'],
    ['parseISO8601ToEpochMilliSeconds("soon")', '\'soon\' is no ISO 8601 time'],
  ])('%s is an error', (expression, message) => {
    expect(() => time(expression)).toThrow(message);
  });
});

import { evaluate, makeContext, makeEffects } from './handler-call';

describe('util', () => {
  test.each<[string, unknown]>([
    ['util.urlEncode("a b&c=d*-._~é/")', 'a+b%26c%3Dd*-._%7E%C3%A9%2F'],
    ['util.urlDecode("a+b%26c%3Dd%C3%A9")', 'a b&c=dé'],
    ['util.base64Encode("Hellö")', 'SGVsbMO2'],
    ['util.base64Decode("SGVsbMO2")', 'Hellö'],
    ['util.escapeJavaScript("a\'b\\"c\\\\d/e\\nf\\u00e9\\u0001")', 'a\\\'b\\"c\\\\d\\/e\\nf\\u00E9\\u0001'],
    ['util.matches("a*b", "aaaaab")', true],
    ['util.matches("^\\\\d+$", "12x")', false],
    ['util.matches("(?i)^abc$", "ABC")', true],
    ['util.math.roundNum(1.5)', 2],
    ['util.math.roundNum(-1.5)', -1],
    ['util.math.minVal(1, 2)', 1],
    ['util.math.maxVal(1, 2)', 2],
    ['util.str.normalize("e\\u0301", "nfc")', 'é'],
    ['util.str.normalize("é", "nfd").length', 2],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });

  test.each([
    ['util.matches("(", "a")', 'util.matches: Invalid regular expression'],
    ['util.urlDecode("%")', 'util.urlDecode: "%" is not URL encoded'],
    ['util.str.normalize("a", "NFC")', 'util.str.normalize: "NFC" is none of nfc, nfd, nfkc, nfkd'],
    ['util.xml.toMap("<a/>")', 'util.xml.toMap is not supported by the local API; only AppSync itself can run this resolver'],
    ['util.xml.toJsonString("<a/>")', 'util.xml.toJsonString is not supported'],
    ['util.rds.toJsonObject("{}")', 'util.rds.toJsonObject is not supported'],
    ['util.transform.toElasticsearchQueryDSL({})', 'util.transform.toElasticsearchQueryDSL is not supported'],
  ])('%s is an error that says so', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(`Query.getTeam: ${message}`);
  });

  test('random numbers stay in their range', () => {
    expect(evaluate('[1, 2, 3, 4, 5, 6, 7, 8].map(() => util.math.randomWithinRange(3, 5)).every((n) => n === 3 || n === 4)')).toBe(true);
    expect(evaluate('util.math.randomDouble()')).toEqual(expect.any(Number));
  });

  test('identifiers have their forms and differ', () => {
    const forms = { autoId: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, autoUlid: /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, autoKsuid: /^[0-9A-Za-z]{27}$/ };
    for (const [name, form] of Object.entries(forms)) {
      const [one, other] = evaluate(`[util.${name}(), util.${name}()]`) as string[];
      expect(one).toMatch(form);
      expect(one).not.toBe(other);
    }
    const milliseconds = [...(evaluate('util.autoUlid()') as string).slice(0, 10)].reduce((sum, digit) => sum * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit), 0);
    expect(Math.abs(milliseconds - Date.now())).toBeLessThan(10_000);
  });
});

describe('util.authType', () => {
  test.each([
    ['API Key Authorization', 'API_KEY'],
    ['User Pool Authorization', 'AMAZON_COGNITO_USER_POOLS'],
    ['IAM Authorization', 'AWS_IAM'],
    ['Open ID Connect Authorization', 'OPENID_CONNECT'],
    ['Lambda Authorization', 'AWS_LAMBDA'],
  ] as const)('%s', (name, authorizationType) => {
    expect(evaluate('util.authType()', makeContext({ authorizationType }))).toBe(name);
    expect(evaluate('ctx', makeContext({ authorizationType }))).not.toHaveProperty('authorizationType');
  });
});

describe('util.http', () => {
  test('copyHeaders leaves out what concerns the connection', () => {
    const headers = { Host: 'x', 'content-length': '1', connection: 'close', 'x-api-key': 'k', accept: '*/*' };
    expect(evaluate('util.http.copyHeaders(ctx.request.headers)', makeContext({ request: { headers, domainName: null } }))).toEqual({ 'x-api-key': 'k', accept: '*/*' });
  });

  test('response headers are noted as text', () => {
    const effects = makeEffects();
    evaluate('[util.http.addResponseHeader("count", 6), util.http.addResponseHeaders({ count: 7, name: "n", object: { a: [1] } })]', makeContext(), effects);
    expect(effects.responseHeaders).toEqual({ count: '7', name: 'n', object: '{"a":[1]}' });
  });

  test('names that AWS keeps for itself and too much of them are errors', () => {
    expect(() => evaluate('util.http.addResponseHeader("X-Amzn-Id", 1)')).toThrow('the name \'X-Amzn-Id\' starts with \'x-amzn-\', which AWS keeps for itself');
    const args = { long: 'x'.repeat(4096) };
    expect(() => evaluate('util.http.addResponseHeader("Content-Length", 1)')).toThrow('the header \'Content-Length\' is about the connection, which is AppSync\'s own');
    expect(() => evaluate('util.http.addResponseHeader("a", ctx.args.long)', makeContext({ arguments: args }))).toThrow('the headers take 4097 bytes, of at most 4096');
  });
});

describe('util.dynamodb', () => {
  test.each<[string, unknown]>([
    ['toDynamoDB("foo")', { S: 'foo' }],
    ['toDynamoDB(12345)', { N: 12345 }],
    ['toDynamoDB(true)', { BOOL: true }],
    ['toDynamoDB(null)', { NULL: null }],
    ['toDynamoDB({ foo: "bar", baz: 1234, beep: ["boop"], gone: undefined })', { M: { foo: { S: 'bar' }, baz: { N: 1234 }, beep: { L: [{ S: 'boop' }] } } }],
    ['toString("test")', { S: 'test' }],
    ['toString(null)', null],
    ['toStringSet(["foo", "bar"])', { SS: ['foo', 'bar'] }],
    ['toNumber(0)', { N: 0 }],
    ['toNumber()', null],
    ['toNumberSet([1, 23, 4.56])', { NS: [1, 23, 4.56] }],
    ['toBinary("foo")', { B: 'foo' }],
    ['toBinarySet(["foo"])', { BS: ['foo'] }],
    ['toBoolean(false)', { BOOL: false }],
    ['toNull()', { NULL: null }],
    ['toList(["foo", 123, { bar: "baz" }])', { L: [{ S: 'foo' }, { N: 123 }, { M: { bar: { S: 'baz' } } }] }],
    ['toMap({ foo: "bar" })', { M: { foo: { S: 'bar' } } }],
    ['toMapValues({ foo: "bar", baz: null })', { foo: { S: 'bar' }, baz: { NULL: null } }],
    ['toMapValues(null)', null],
    ['toS3Object("foo", "bar", "baz")', { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz"}}' }],
    ['toS3Object("foo", "bar", "baz", "beep")', { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz","version":"beep"}}' }],
    ['fromS3ObjectJson(util.dynamodb.toS3Object("foo", "bar", "baz").S)', { key: 'foo', bucket: 'bar', region: 'baz' }],
  ])('%s', (expression, value) => {
    expect(evaluate(`util.dynamodb.${expression}`)).toStrictEqual(value);
  });
});

import { assignFunctions } from '../../../lib/local/lambda';

const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const echo = { arn: arn('Page-Echo1'), names: ['Echo', 'Echo1', 'Page-Echo1'] };
const imported = { arn: arn('orders'), names: ['orders'] };
const run = () => 1;

test.each(echo.names)('a function may be called %s', (name) => {
  expect(assignFunctions({ [name]: run }, [echo, imported])).toEqual(new Map([[echo.arn, run]]));
});

test('several data sources of one function are one', () => {
  expect(assignFunctions({ Echo: run }, [echo, echo]).size).toBe(1);
});

test.each<[string, Record<string, () => unknown>, string]>([
  ['a name that fits none', { Eco: run }, `option 'functions': the API invokes no Lambda function 'Eco': there is 'Echo', 'orders'`],
  ['two names of one', { Echo: run, Echo1: run }, `option 'functions': 'Echo' and 'Echo1' are the same Lambda function: leave one of them out`],
  ['what is no function', { Echo: 'index.handler' as never }, `option 'functions': 'Echo' is not a function, but "index.handler"`],
])('%s is refused', (_, given, message) => expect(() => assignFunctions(given, [echo, imported])).toThrow(message));

test('a name that fits several is refused', () => {
  const other = { arn: arn('Other-Echo1'), names: ['Nested/Echo', 'Echo1'] };
  expect(() => assignFunctions({ Echo1: run }, [echo, other]))
    .toThrow(`option 'functions': several Lambda functions are called 'Echo1': name one by 'Echo', 'Page-Echo1' or 'Nested/Echo'`);
});

test('an API without Lambda functions', () => {
  expect(() => assignFunctions({ Echo: run }, [])).toThrow(`the API invokes no Lambda function 'Echo': there is none`);
});

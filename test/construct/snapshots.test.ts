import { Template } from 'aws-cdk-lib/assertions';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { schemas } from '../../integ/schemas/relationships';
import { stackOf, variedSchema, withoutBundles } from '../support/synthesized';

const cases = { 'one to many': schemas.OneToMany, 'all kinds of keys': variedSchema };
const flags = { 'without feature flags': {}, 'with the recommended feature flags': recommendedFlags };

describe.each(Object.entries(flags))('%s', (_, context) => {
  test.each(Object.entries(cases))('%s', (__, schema) => {
    expect(withoutBundles(Template.fromStack(stackOf(schema, {}, context)).toJSON())).toMatchSnapshot();
  });
});

/** Relationships of every kind, sorted and limited ones and many to many, as one stack. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { reads } from './schemas/reads';

const app = new App();

const stack = new Stack(app, 'Reads');

const data = new AppSyncData(stack, 'Data', { schema: reads });

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, `mutation {
  createPost(input: { id: "p", title: "News" }) { id }
  createTag(input: { id: "t", name: "new" }) { id }
  createPostTag(input: { postId: "p", tagId: "t" }) { postId }
  first: createComment(input: { postId: "p", writtenAt: "2026-01-01T00:00:00Z" }) { postId }
  second: createComment(input: { postId: "p", writtenAt: "2026-01-02T00:00:00Z" }) { postId }
}`, { createPost: { id: 'p' }, createTag: { id: 't' }, createPostTag: { postId: 'p' }, first: { postId: 'p' }, second: { postId: 'p' } },
).next(expectData(test, data, '{ getPost(id: "p") { comments(sortDirection: DESC) { items { writtenAt post { title } } } tagList { items { name } } } }', {
  getPost: {
    comments: { items: [{ writtenAt: '2026-01-02T00:00:00Z', post: { title: 'News' } }, { writtenAt: '2026-01-01T00:00:00Z', post: { title: 'News' } }] },
    tagList: { items: [{ name: 'new' }] },
  },
}));

app.synth();

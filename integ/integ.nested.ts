/** A company, what works on each of its tables in a nested stack. Nothing of it stays when its stack is deleted. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { company } from './schemas/nested';

const app = new App();
const stack = new Stack(app, 'Company');

const data = new AppSyncData(stack, 'Data', { schema: company, layout: 'nested', removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false });

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, `mutation {
  createDepartment(input: { id: "tools", name: "Tools" }) { id }
  ada: createEmployee(input: { id: "ada", name: "Ada", hiredOn: "2020-01-01", departmentId: "tools" }) { id }
  tim: createEmployee(input: { id: "tim", name: "Tim", hiredOn: "2021-01-01", departmentId: "tools", managerId: "ada" }) { id }
  createBadge(input: { id: "b", number: 7, employeeId: "tim" }) { number }
  createProject(input: { id: "p", title: "Saw" }) { id }
  createAssignment(input: { employeeId: "tim", projectId: "p" }) { employeeId }
}`, { createDepartment: { id: 'tools' }, ada: { id: 'ada' }, tim: { id: 'tim' }, createBadge: { number: 7 }, createProject: { id: 'p' }, createAssignment: { employeeId: 'tim' } },
).next(expectData(test, data, `{ getDepartment(id: "tools") { employees(sortDirection: DESC) { items {
  name department { name } manager { name } badge { number } projects { items { title staff { items { name } } } }
} } } }`, {
  getDepartment: { employees: { items: [
    { name: 'Tim', department: { name: 'Tools' }, manager: { name: 'Ada' }, badge: { number: 7 }, projects: { items: [{ title: 'Saw', staff: { items: [{ name: 'Tim' }] } }] } },
    { name: 'Ada', department: { name: 'Tools' }, manager: null, badge: null, projects: { items: [] } },
  ] } },
}));

app.synth();

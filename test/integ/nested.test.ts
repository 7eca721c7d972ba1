import { readdirSync } from 'node:fs';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.nested';
const outdir = synthesizeApp(name);

test('the templates are those that are committed, one for each model beside that of the stack', () => {
  expectCommittedSnapshot(name, outdir);
  expect(readdirSync(outdir).filter((file) => file.endsWith('.nested.template.json')).map((file) => /^CompanyDataModels(\D+?)[0-9A-F]{8}\./.exec(file)?.[1])).toEqual(['Assignment', 'Badge', 'Department', 'Employee', 'Project']);
});

test('what belongs to an employee is read from both ends', async () => {
  const api = await LocalApi.fromAssembly(outdir, { stack: 'Company' });
  try {
    const { errors } = await send(api, `mutation {
      createDepartment(input: { id: "d", name: "Tools" }) { id } createProject(input: { id: "p", title: "Saw" }) { id }
      ${['Ada', 'Tim', 'Zoe'].map((name, day) => `${name}: createEmployee(input: { id: "${name}", name: "${name}", hiredOn: "2020-01-0${day + 1}", departmentId: "d", managerId: ${day ? '"Ada"' : null} }) { id }`).join(' ')}
      createBadge(input: { id: "b", number: 7, employeeId: "Ada" }) { id } createAssignment(input: { employeeId: "Ada", projectId: "p" }) { projectId }
    }`);
    expect(errors).toBeUndefined();

    api.clearRequests();
    const { data } = await send(api, `{ listEmployees(filter: { managerId: { eq: "Ada" } }) { items { manager {
      badge { number employee { name } } department { name employees(sortDirection: DESC, limit: 2) { items { name } } } projects { items { title staff { items { name } } } }
    } } } }`);
    const manager = {
      badge: { number: 7, employee: { name: 'Ada' } },
      department: { name: 'Tools', employees: { items: [{ name: 'Zoe' }, { name: 'Tim' }] } },
      projects: { items: [{ title: 'Saw', staff: { items: [{ name: 'Ada' }] } }] },
    };
    expect(data).toEqual({ listEmployees: { items: [{ manager }, { manager }] } });
    expect(api.requests.filter(({ operation }) => operation === 'Scan')).toEqual([]);
  } finally {
    await api.close();
  }
});

import { a } from 'cdk-appsync-data/schema';

/** A company: models that belong together in both directions, to themselves and many to many, so that nested stacks have much to tell each other. */
export const company = a.schema({
  Department: a.model({ name: a.string().required(), employees: a.hasMany('Employee', 'departmentId').sortBy('hiredOn') }),
  Employee: a.model({
    name: a.string().required(),
    hiredOn: a.date().required(),
    departmentId: a.id(),
    department: a.belongsTo('Department', 'departmentId'),
    managerId: a.id(),
    manager: a.belongsTo('Employee', 'managerId'),
    reports: a.hasMany('Employee', 'managerId'),
    badge: a.hasOne('Badge', 'employeeId'),
    projects: a.manyToMany('Project', { through: 'Assignment' }),
  }),
  Badge: a.model({ number: a.integer().required(), employeeId: a.id(), employee: a.belongsTo('Employee', 'employeeId') }),
  Project: a.model({ title: a.string().required(), staff: a.manyToMany('Employee', { through: 'Assignment' }) }),
  Assignment: a.model({
    employeeId: a.id().required(), employee: a.belongsTo('Employee', 'employeeId'),
    projectId: a.id().required(), project: a.belongsTo('Project', 'projectId'),
  }),
}).authorization((allow) => allow.publicApiKey());

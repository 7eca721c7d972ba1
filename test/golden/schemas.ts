import { a, type Allow } from 'cdk-appsync-data/schema';
import { customOperations } from './custom-operations';

const everybody = (allow: Allow) => allow.publicApiKey();

/** One schema for each thing that Amplify's generator has a form for. */
export const schemas = {
  'one to many': a.schema({
    Author: a.model({ name: a.string().required(), books: a.hasMany('Book', 'authorId') }),
    Book: a.model({ title: a.string().required(), authorId: a.id(), author: a.belongsTo('Author', 'authorId') }),
  }).authorization(everybody),

  'one to one': a.schema({
    Driver: a.model({ name: a.string(), licence: a.hasOne('Licence', 'driverId') }),
    Licence: a.model({ classes: a.string().required().array(), driverId: a.id(), driver: a.belongsTo('Driver', 'driverId') }),
  }).authorization(everybody),

  'many to many': a.schema({
    Student: a.model({ name: a.string(), courses: a.hasMany('Enrolment', 'studentId') }),
    Course: a.model({ title: a.string(), room: a.string(), students: a.hasMany('Enrolment', 'courseId') }),
    Enrolment: a.model({
      studentId: a.id().required(), student: a.belongsTo('Student', 'studentId'),
      courseId: a.id().required(), course: a.belongsTo('Course', 'courseId'),
    }),
  }).authorization(everybody),

  'two relationships between the same models': a.schema({
    Airport: a.model({ city: a.string(), departures: a.hasMany('Flight', 'originId'), arrivals: a.hasMany('Flight', 'destinationId') }),
    Flight: a.model({
      number: a.string().required(),
      originId: a.id(), origin: a.belongsTo('Airport', 'originId'),
      destinationId: a.id(), destination: a.belongsTo('Airport', 'destinationId'),
    }),
  }).authorization(everybody),

  'a required and an optional reference': a.schema({
    Account: a.model({ owner: a.string(), outgoing: a.hasMany('Transfer', 'fromId'), incoming: a.hasMany('Transfer', 'toId') }),
    Transfer: a.model({
      amount: a.float().required(),
      fromId: a.id().required(), from: a.belongsTo('Account', 'fromId'),
      toId: a.id(), to: a.belongsTo('Account', 'toId'),
    }),
  }).authorization(everybody),

  'an identifier of two fields': a.schema({
    Seat: a.model({ row: a.string().required(), showDate: a.date().required(), tickets: a.hasMany('Ticket', ['seatRow', 'seatDate']) }).identifier(['row', 'showDate']),
    Ticket: a.model({ price: a.float().required(), seatRow: a.string(), seatDate: a.date(), seat: a.belongsTo('Seat', ['seatRow', 'seatDate']) }),
  }).authorization(everybody),

  'an identifier with a number': a.schema({
    Edition: a.model({ title: a.string().required(), number: a.integer().required(), copies: a.hasMany('Copy', ['title', 'number']), cover: a.hasOne('Cover', ['ofTitle', 'ofNumber']) }).identifier(['title', 'number']),
    Copy: a.model({ shelf: a.string(), title: a.string(), number: a.integer(), edition: a.belongsTo('Edition', ['title', 'number']) }),
    Cover: a.model({ colour: a.string(), ofTitle: a.string(), ofNumber: a.integer(), edition: a.belongsTo('Edition', ['ofTitle', 'ofNumber']) }),
  }).authorization(everybody),

  'an identifier of three fields': a.schema({
    Cell: a.model({
      sheet: a.string().required(), day: a.date().required(), position: a.integer().required(), text: a.string(),
      notes: a.hasMany('Note', ['cellSheet', 'cellDay', 'cellPosition']), format: a.hasOne('Format', ['ofSheet', 'ofDay', 'ofPosition']),
    }).identifier(['sheet', 'day', 'position']),
    Note: a.model({ text: a.string().required(), cellSheet: a.string(), cellDay: a.date(), cellPosition: a.integer(), cell: a.belongsTo('Cell', ['cellSheet', 'cellDay', 'cellPosition']) }),
    Format: a.model({ bold: a.boolean(), ofSheet: a.string(), ofDay: a.date(), ofPosition: a.integer(), cell: a.belongsTo('Cell', ['ofSheet', 'ofDay', 'ofPosition']) }),
  }).authorization(everybody),

  'a model with itself': a.schema({
    Folder: a.model({ name: a.string().required(), parentId: a.id(), parent: a.belongsTo('Folder', 'parentId'), children: a.hasMany('Folder', 'parentId') }),
  }).authorization(everybody),

  'scalars, enums, custom types, defaults and plurals': a.schema({
    Phase: a.enum(['PLANNED', 'DONE']),
    Size: a.customType({ width: a.float().required(), height: a.float() }),
    Everything: a.model({
      text: a.string(), textRequired: a.string().required(), reference: a.id(), whole: a.integer(), real: a.float(), flag: a.boolean(),
      date: a.date(), time: a.time(), datetime: a.datetime(), seconds: a.timestamp(), email: a.email(), document: a.json(),
      phone: a.phone(), link: a.url(), address: a.ipAddress(),
      texts: a.string().array(), textsRequired: a.string().required().array().required(),
      phase: a.ref('Phase'), phases: a.ref('Phase').array(), size: a.ref('Size'), sizes: a.ref('Size').array(),
      grade: a.enum(['A', 'B']), withDefault: a.string().default('none'), withNumber: a.integer().default(7),
      createdAt: a.datetime(),
    }),
    Bus: a.model({ name: a.string() }),
    Country: a.model({ name: a.string() }),
    Series: a.model({ name: a.string() }),
    Fish: a.model({ name: a.string() }),
    Child: a.model({ name: a.string() }),
    Knife: a.model({ name: a.string() }),
    Crisis: a.model({ name: a.string() }),
    Media: a.model({ name: a.string() }),
    plain: a.model({ name: a.string() }),
    with_underscore: a.model({ name: a.string() }),
    HTMLPage: a.model({ name: a.string() }),
  }).authorization(everybody),

  'declared indexes and identifiers': a.schema({
    Parcel: a.model({
      senderId: a.id().required(), state: a.string().required(), weight: a.integer(), sentAt: a.datetime().required(), zone: a.string(),
    }).secondaryIndexes((index) => [
      index('senderId'),
      index('senderId').sortKeys(['sentAt']).name('bySender').queryField('parcelsOfSender'),
      index('state').sortKeys(['zone', 'weight']),
      index('state').sortKeys(['weight']),
      index('zone').queryField(null),
      index('weight').projection('KEYS_ONLY'),
    ]),
    Part: a.model({ code: a.string().required(), revision: a.integer().required(), label: a.string() }).identifier(['code', 'revision']),
    Tool: a.model({ code: a.string().required(), label: a.string() }).identifier(['code']),
    Route: a.model({ from: a.string().required(), stops: a.integer().required(), at: a.datetime().required(), label: a.string() }).identifier(['from', 'stops', 'at']),
    Own: a.model({ id: a.id().required(), label: a.string() }),
  }).authorization(everybody),

  'disabled operations': a.schema({
    Visitor: a.model({ name: a.string().required(), placeId: a.id(), place: a.belongsTo('Place', 'placeId') }).disableOperations(['subscriptions', 'delete', 'list']),
    Place: a.model({ name: a.string().required(), visitors: a.hasMany('Visitor', 'placeId') }),
    Rate: a.model({ value: a.float() }).disableOperations(['mutations']),
    Trace: a.model({ text: a.string() }).disableOperations(['queries', 'update']),
    Empty: a.model({}),
  }).authorization(everybody),

  'custom operations': customOperations(a),
};

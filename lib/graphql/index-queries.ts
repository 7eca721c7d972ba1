import { indexTypeNames, modesOfOperation, typeNames, type DataModel, type Index, type Model } from '../model';
import { authorizationDirectives } from './authorization-directives';
import { type FieldDefinition } from './definitions';
import { nonNull } from './field-types';
import { sortArguments } from './sort-keys';

/** The queries that read a model's declared indexes. */
export function indexQueryFields(model: Model, dataModel: DataModel): FieldDefinition[] {
  const directives = authorizationDirectives(modesOfOperation(model, 'list', dataModel), dataModel);
  return model.indexes.flatMap((index) => (typeof index.declared?.query === 'string' ? [{ ...indexQueryField(model, index, index.declared.query), directives }] : []));
}

function indexQueryField({ typeStem }: Model, { name, key: { fields: [partition], sort } }: Index, query: string): FieldDefinition {
  return {
    name: query,
    type: typeNames.connection(typeStem),
    arguments: {
      [partition!.name]: nonNull(partition!.type.graphqlType),
      ...sortArguments(sort, indexTypeNames.compositeKeyConditionInput(typeStem, name)),
      sortDirection: 'ModelSortDirection',
      filter: typeNames.filterInput(typeStem),
      limit: 'Int',
      nextToken: 'String',
    },
  };
}

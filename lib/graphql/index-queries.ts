import { indexTypeNames, typeNames, type Index, type Model } from '../model';
import { type FieldDefinition } from './definitions';
import { nonNull } from './field-types';
import { sortArguments } from './sort-keys';

/** The queries that read a model's declared indexes. */
export function indexQueryFields(model: Model): FieldDefinition[] {
  return model.indexes.flatMap((index) => (typeof index.declared?.query === 'string' ? [indexQueryField(model, index, index.declared.query)] : []));
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

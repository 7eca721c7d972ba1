import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { RequestError } from './request-error';
import { type ResponseError } from './response';
import { validateDocument } from './validation';

/** A document, and what is wrong with it by the schema. */
interface PreparedDocument { readonly document: DocumentNode; readonly errors: readonly ResponseError[] }

const documentsKept = 500;

/** Parses and validates documents, those that were sent lately once. */
export class PreparedDocuments {
  private readonly documents = new Map<string, PreparedDocument>();

  public constructor(private readonly schema: GraphQLSchema, private readonly introspectionEnabled: boolean) {}

  /** @throws RequestError for a document that can't be parsed */
  public prepare(query: string): PreparedDocument {
    const known = this.documents.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch {
      throw new RequestError(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');
    }
    const prepared = { document, errors: validateDocument(this.schema, document, this.introspectionEnabled) };
    if (this.documents.size >= documentsKept) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(query, prepared);
    return prepared;
  }
}

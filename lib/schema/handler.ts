import { declaringFile } from './declaring-file';
import { definition, type CodeHandlerDefinition, type Defined, type FunctionHandlerDefinition, type FunctionReference, type HandlerDefinition, type typed } from './definition';
import { type RefField } from './ref';

/** What serves an operation, or is a step of what does. */
export type Handler = Defined<HandlerDefinition>;

/** Code of one's own, in APPSYNC_JS. */
export type CodeHandler = Defined<CodeHandlerDefinition>;

/** A Lambda function that is invoked. */
export interface FunctionHandler<Async extends boolean = false> extends Defined<FunctionHandlerDefinition> {
  readonly [typed]?: { async: Async };
  /** The operation is done once the function is invoked, and does not wait for it: it gives `{ success: true }`. */
  async(): FunctionHandler<true>;
}

/** What `a.handler.custom` takes. */
export interface CodeHandlerOptions {
  /**
   * The file, in TypeScript or JavaScript, that exports the functions `request` and `response`: absolute, or relative to the file that says
   * so. It is bundled with what it imports, by esbuild, which has to be installed beside this package.
   */
  readonly entry: string;
  /**
   * The model whose table it works on, `a.ref('Post')`, or the name of another data source, as the construct's `dataSources` has it.
   *
   * @default - none: what `request` returns as its payload is `ctx.result`
   */
  readonly dataSource?: string | RefField<string>;
}

/** What serves an operation. */
export const handler = {
  /**
   * Code of your own, in APPSYNC_JS.
   *
   * @example
   * a.handler.custom({ dataSource: a.ref('Post'), entry: './like-post.ts' })
   */
  custom: (options: CodeHandlerOptions): CodeHandler => {
    const declaredIn = declaringFile();
    return { [definition]: { kind: 'code', ...options, ...(declaredIn !== undefined && { declaredIn }) } };
  },

  /**
   * A Lambda function: one of the CDK, or the name that the construct's `functions` has it by. It gets the operation's `arguments`,
   * `identity`, `source`, `request`, `info` and `prev`, and what it returns is the operation's result.
   */
  function: (called: string | FunctionReference): FunctionHandler => functionHandler({ kind: 'function', function: called }),
} as const;

function functionHandler<Async extends boolean>(current: FunctionHandlerDefinition): FunctionHandler<Async> {
  return {
    [definition]: current,
    async: () => functionHandler({ ...current, async: true }),
  };
}

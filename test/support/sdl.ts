/** The lines of a definition, such as `type Query`; none where it is not there. */
export function linesOf(sdl: string, definition: string): string[] {
  const [, lines] = new RegExp(`^${definition} \\{\\n(.*?)^\\}`, 'ms').exec(sdl) ?? [];
  return lines?.trimEnd().split('\n').map((line) => line.trim()) ?? [];
}

/** The line of an operation. */
export function operation(sdl: string, name: string): string | undefined {
  return ['Query', 'Mutation', 'Subscription'].flatMap((root) => linesOf(sdl, `type ${root}`)).find((line) => line.startsWith(`${name}(`));
}

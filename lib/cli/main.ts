#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './local-command';
import { outputs } from './outputs-command';
import { UsageError } from './usage-error';

type Command = (args: string[]) => Promise<void>;

const commands: Readonly<Record<string, { readonly run: Command; readonly help: string }>> = { local, outputs };

const help = () => `Usage: appsync-data <command> [options]

Commands:
${Object.values(commands).map((command) => command.help).join('\n')}
Options:
  --help     this text
  --version  the version`;

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || args.includes('--help')) return console.log(help());
  if (name === '--version') return console.log(JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`unknown command '${name}': it is one of ${Object.keys(commands).join(', ')}`);
  await command.run(args);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`appsync-data: ${error.message}${error instanceof UsageError ? `\n\n${help()}` : ''}`);
  process.exitCode = 1;
});

import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');
const command = ['--import', 'tsx', join(root, 'lib/cli/main.ts')];
export const run = promisify(execFile);

/** Runs the command line to its end. */
export async function main(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { stdout, stderr, code: exitCode = 0 } = await run(process.execPath, [...command, ...args], { cwd: root })
    .catch((error: { stdout: string; stderr: string; code: number }) => error) as { stdout: string; stderr: string; code?: number };
  return { code: exitCode, stdout, stderr };
}

let running: ChildProcess | undefined;

/** Stops what was started last, in whatever state it is. */
export function stop(): void {
  running?.kill('SIGKILL');
}

/** Starts serving and gives what was printed until it was ready. */
export async function serve(...args: string[]): Promise<{ process: ChildProcess; output: string; exit: Promise<{ code: number | null; stderr: string }> }> {
  const child = running = spawn(process.execPath, [...command, 'local', ...args], { cwd: root });
  let output = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => { stderr += chunk; });
  const exit = new Promise<{ code: number | null; stderr: string }>((resolve) => child.once('exit', (exitCode) => resolve({ code: exitCode, stderr })));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl-C')) resolve();
    });
    void exit.then(() => reject(new Error(stderr)));
  });
  return { process: child, output, exit };
}

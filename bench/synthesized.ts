import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';

/** What a synthesis took, and what it made. */
export interface Synthesized {
  /** Milliseconds of the processor for the construct and the synthesis, without imports: what else runs on the machine is not counted. */
  readonly time: number;
  /** The most memory that the process had, in bytes. */
  readonly memory: number;
  /** Of each template. */
  readonly resources: readonly number[];
  readonly bytes: readonly number[];
}

/** Synthesizes a stack with what is made in it. */
export function synthesize(make: (stack: Stack) => void): Synthesized {
  const started = process.cpuUsage();
  const app = new App();
  make(new Stack(app, 'Bench'));
  const { directory } = app.synth();
  const { user, system } = process.cpuUsage(started);
  const templates = readdirSync(directory).filter((file) => file.endsWith('.template.json')).map((file) => readFileSync(join(directory, file), 'utf8'));
  return {
    time: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS * 1024,
    resources: templates.map((text) => Object.keys(JSON.parse(text).Resources).length),
    bytes: templates.map((text) => Buffer.byteLength(text)),
  };
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { peerName, peerProject } from './peer';
import { type Synthesized } from './synthesized';

/** A synthesis, or in words why there is none. */
type Outcome = Synthesized | string;

const subjects = ['page', 10, 50, 85, 100, 200] as const;
type Subject = (typeof subjects)[number];

const titles = (subject: Subject): string => (subject === 'page' ? 'the page (8 models)' : `${subject} chain models`);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What is compared, smaller being better, and how it is shown. */
const figures: Readonly<Record<string, { of(outcome: Synthesized): number; shown(value: number): string }>> = {
  'time': { of: ({ time }) => time, shown: (value) => `${(value / 1000).toFixed(1)} s` },
  'memory': { of: ({ memory }) => memory, shown: (value) => `${Math.round(value / 1e6)} MB` },
  'resources': { of: ({ resources }) => sum(resources), shown: (value) => value.toLocaleString('en') },
  'templates': { of: ({ resources }) => resources.length, shown: String },
  'size': { of: ({ bytes }) => sum(bytes), shown: (value) => `${(value / 1e6).toFixed(2)} MB` },
};

/** Synthesizes in a process of its own, without CDK's validation of templates, which takes the same for both. */
function outcomeOf(subject: Subject, ...project: string[]): Outcome {
  const args = [require.resolve('tsx/cli'), '--tsconfig', join(__dirname, 'tsconfig.json'), join(__dirname, 'synth-process.ts'), String(subject), ...project];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, CDK_VALIDATION: 'false' } });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1)!);
  return `fails: ${/Number of resources in stack .* maximum of \d+/.exec(stderr)?.[0] ?? stderr}`;
}

/** What a synthesis takes and makes, beside the peer in the same run, line by line as it is measured; and how ours grows. */
export function* synthTable(): Generator<string> {
  const project = peerProject();
  if (project === undefined) yield `${peerName} could not be installed, which takes a network: ours only\n`;
  yield `| construct and synth | ours | ${peerName} | times as much |\n|---|---|---|---|`;
  const times = new Map<Subject, number>();
  for (const subject of subjects) {
    const ours = outcomeOf(subject);
    if (typeof ours === 'string') throw new Error(`${titles(subject)}: ${ours}`);
    times.set(subject, ours.time);
    const peers = project === undefined ? 'not installed' : outcomeOf(subject, project);
    for (const [name, { of, shown }] of Object.entries(figures)) {
      const beside = typeof peers === 'string' ? `${name === 'time' ? peers : ''} | ` : `${shown(of(peers))} | ${(of(peers) / of(ours)).toFixed(1)}`;
      yield `| ${titles(subject)}: ${name} | ${shown(of(ours))} | ${beside} |`;
    }
  }
  yield `\nFrom 50 to 200 models the time is ${(times.get(200)! / times.get(50)!).toFixed(1)} times as much (budget: at most 5).`;
}

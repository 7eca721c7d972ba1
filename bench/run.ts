import { measureLoad } from './load';
import { measureLocalApi } from './local-api';
import { type Measurement } from './measurement';
import { requestTable } from './requests';
import { measureSynth } from './synth';
import { measureTypes } from './types';

/** Measures all and prints a table, beside the budgets of the design, and another one of the requests that reads take. */
async function run(): Promise<void> {
  const measurements: Measurement[] = [...measureLoad(), ...measureSynth(), ...measureTypes(), ...await measureLocalApi()];
  console.log('| what | figure | budget |\n|---|---|---|');
  for (const { what, figure, budget } of measurements) console.log(`| ${what} | ${figure} | ${budget ? `at most ${budget}` : ''} |`);
  console.log(`\n${(await requestTable()).join('\n')}`);
}

void run();

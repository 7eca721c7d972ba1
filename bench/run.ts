import { measureLoad } from './load';
import { measureLocalApi } from './local-api';
import { type Measurement } from './measurement';
import { requestTable } from './requests';
import { measureSynth } from './synth';
import { synthTable } from './synth-table';
import { measureTypes } from './types';

/** Measures all and prints tables: figures beside the budgets of the design, the requests that reads take, and syntheses beside the peer's. */
async function run(): Promise<void> {
  const measurements: Measurement[] = [...measureLoad(), ...measureSynth(), ...measureTypes(), ...await measureLocalApi()];
  console.log('| what | figure | budget |\n|---|---|---|');
  for (const { what, figure, budget } of measurements) console.log(`| ${what} | ${figure} | ${budget ? `at most ${budget}` : ''} |`);
  console.log(`\n${(await requestTable()).join('\n')}`);
  console.log();
  for (const line of synthTable()) console.log(line);
}

void run();

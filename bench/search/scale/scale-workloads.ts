/** What search costs beside the time of its queries: typing on, the file, memory, opening, writing, and how it all grows. */
import type { Workload } from '../../workload';
import { measureGrowth } from './growth-workload';
import { measureOvertaking } from './overtaken-workload';
import { measureMemory, measureOpening } from './process-workloads';
import { measureSize } from './size-workload';
import { measureWriting } from './write-workload';

export const scaleWorkloads: readonly Workload[] = [
  { name: 'search/overtaken', unit: 'ms', goal: 2, run: measureOvertaking },
  { name: 'search/file-size', unit: 'MB', goal: 2.2, run: measureSize },
  { name: 'search/memory', unit: 'MB', goal: 1, run: measureMemory },
  { name: 'search/open', unit: 'ms', goal: 1.3, run: measureOpening },
  { name: 'search/write', unit: 'ms', goal: 2, run: measureWriting },
  { name: 'search/growth', unit: '×', goal: 1, run: measureGrowth },
];

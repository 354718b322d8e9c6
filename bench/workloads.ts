/** Every workload, by area. */
import { exportWorkloads } from './export/export-workloads';
import { importWorkloads } from './import/import-workloads';
import { searchWorkloads } from './search/search-workloads';
import type { Workload } from './workload';

export const workloads: readonly Workload[] = [...searchWorkloads, ...importWorkloads, ...exportWorkloads];

/** Every workload, by area. */
import { anchorWorkloads } from './anchor/anchor-workloads';
import { compareWorkloads } from './anchor/compare-workloads';
import { killedWorkloads } from './anchor/killed/killed-workloads';
import { reAnchoringWorkloads } from './anchor/re-anchoring-workloads';
import { accountWorkloads } from './event/account-workloads';
import { countWorkloads } from './event/count-workloads';
import { eventWorkloads } from './event/event-workloads';
import { matrixScrollWorkloads } from './event/matrix-scroll-workloads';
import { matrixWorkloads } from './event/matrix-workloads';
import { suggestWorkloads } from './event/suggest-workloads';
import { timelineWorkloads } from './event/timeline-workloads';
import { exportWorkloads } from './export/export-workloads';
import { verifierWorkloads } from './export/verifier-workloads';
import { extractionWorkloads } from './import/extraction-workloads';
import { importWorkloads } from './import/import-workloads';
import { largeWorkloads } from './import/large-workloads';
import { longTextWorkloads } from './import/long-text-workloads';
import { mixedWorkloads } from './import/mixed-workloads';
import { searchWorkloads } from './search/search-workloads';
import { startWorkloads } from './start/start-workloads';
import { editorWorkloads } from './window/editor-workloads';
import { mapWorkloads } from './window/map/map-workloads';
import { networkWorkloads } from './window/network/network-workloads';
import { readerWorkloads } from './window/reader-workloads';
import type { Workload } from './workload';

export const workloads: readonly Workload[] = [
  ...startWorkloads,
  ...readerWorkloads,
  ...editorWorkloads,
  ...anchorWorkloads,
  ...compareWorkloads,
  ...reAnchoringWorkloads,
  ...killedWorkloads,
  ...eventWorkloads,
  ...accountWorkloads,
  ...countWorkloads,
  ...matrixWorkloads,
  ...matrixScrollWorkloads,
  ...suggestWorkloads,
  ...networkWorkloads,
  ...timelineWorkloads,
  ...mapWorkloads,
  ...searchWorkloads,
  ...importWorkloads,
  ...mixedWorkloads,
  ...longTextWorkloads,
  ...largeWorkloads,
  ...extractionWorkloads,
  ...exportWorkloads,
  ...verifierWorkloads,
];

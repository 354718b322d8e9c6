/** Opening, scrolling and keeping texts of several lengths, beside static HTML and another annotator. */
import { percentile } from '../measure';
import type { Measured, Peer, Workload } from '../workload';
import { type Comparison, compareReaders, type ReaderFigures } from './compare-readers';
import { onePiece, type ReadingSize, readingSizes } from './reading-notebook';

const annotator = '@recogito/text-annotator';
const longestTaskMs = 100;

/** A number of each way, with the annotator's as what to be ahead of. */
function beside(comparison: Comparison, pick: (figures: ReaderFigures) => number): Measured {
  const peers: readonly Peer[] = [{ name: annotator, value: pick(comparison.annotator), goal: 1 }];
  return { value: pick(comparison.application), limit: pick(comparison.static), peers };
}

const rounded = (number: number): string => number.toFixed(0);

function framesOf(name: string, { scroll }: ReaderFigures): string {
  const [middle, late] = [0.5, 0.95].map((share) => rounded(percentile(scroll.frames, share)));
  return `${name}: ${scroll.frames.length} frames, p50 ${middle} ms, p95 ${late} ms, longest ${rounded(Math.max(...scroll.frames))} ms`;
}

function scrolled({ application, static: still, annotator: other }: Comparison): Measured {
  const { longestTask } = application.scroll;
  return {
    value: longestTask,
    limit: longestTaskMs,
    peers: [
      { name: 'static HTML', value: still.scroll.longestTask },
      { name: annotator, value: other.scroll.longestTask, goal: 1 },
    ],
    details: [framesOf('here', application), framesOf('static HTML', still), framesOf(annotator, other)],
  };
}

function kept(comparison: Comparison): Measured {
  const nodes = ({ memory }: ReaderFigures) => String(memory.nodes);
  const { application, static: still, annotator: other, bareMb } = comparison;
  return {
    value: application.memory.heapMb,
    limit: bareMb,
    peers: [{ name: annotator, value: other.memory.heapMb }],
    details: [`nodes: here ${nodes(application)}, static HTML ${nodes(still)}, ${annotator} ${nodes(other)}`],
  };
}

function workloadsOf(size: ReadingSize): readonly Workload[] {
  const comparison = () => compareReaders(size);
  const opened = async () => beside(await comparison(), ({ painted }) => painted);
  const quiet = async () => beside(await comparison(), (figures) => figures.quiet);
  return [
    { name: `reader/open-${size.name}`, unit: 'ms', goal: 1, run: opened },
    { name: `reader/quiet-${size.name}`, unit: 'ms', goal: 2, run: quiet },
    {
      name: `reader/scroll-${size.name}`,
      unit: 'ms',
      goal: 1,
      run: async () => scrolled(await comparison()),
    },
    { name: `reader/heap-${size.name}`, unit: 'MB', goal: 4, run: async () => kept(await comparison()) },
  ];
}

const onePieceSize: ReadingSize = { name: 'one-paragraph', articles: onePiece };

export const comparedWorkloads: readonly Workload[] = [
  ...readingSizes.flatMap(workloadsOf),
  {
    name: `reader/open-${onePieceSize.name}`,
    unit: 'ms',
    goal: 1.5,
    run: async () => beside(await compareReaders(onePieceSize), ({ painted }) => painted),
  },
];

import type { Finding, RepairReport } from '../../../shared/contract/notebook';
import { answer, execute } from '../../store/worker/session';
import type { Outcome, VerbContext } from '../verb';

type Repairs = Parameters<typeof execute<'repairNotebook'>>[2]['repairs'];

function repairsOf(findings: readonly Finding[]): Repairs {
  return findings.flatMap(({ repair, id }) => (repair === null ? [] : [{ repair, id }]));
}

const findingLine = ({ repair, id, message }: Finding): string => `${repair ?? ''}\t${id}\t${message}`;

/**
 * `repair FILE`: checks, mends what can be proved, checks again. What is still wrong is exit code 1; with `--dry-run`
 * nothing is changed, and what could be mended is listed.
 */
export function repairNotebook({ open, option, say }: VerbContext): Outcome {
  const isDry = option('dry-run') !== undefined;
  const session = open(isDry ? 'read' : 'write');
  const { findings } = answer(session, 'checkNotebook', {});
  const mendable = findings.filter(({ repair }) => repair !== null);
  const left = findings.filter(({ repair }) => repair === null);
  if (isDry) {
    say(`${mendable.length} can be mended, ${left.length} cannot.`);
    return { json: { mendable, left }, lines: mendable.map(findingLine), failed: findings.length > 0 };
  }
  if (mendable.length === 0) {
    say(left.length === 0 ? 'Nothing is wrong.' : `Nothing can be mended; ${left.length} found wrong.`);
    const json = { backup: null, done: [], left };
    return { json, lines: [], failed: left.length > 0 };
  }
  const { backup, done }: RepairReport = execute(session, 'repairNotebook', {
    repairs: repairsOf(mendable),
  }).value;
  const after = answer(session, 'checkNotebook', {}).findings;
  say(`Copied the notebook to ${backup}. ${done.length} mended, ${after.length} still wrong.`);
  const lines = done.map(({ repair, id, message }) => `${repair}\t${id}\t${message}`);
  return { json: { backup, done, left: after }, lines, failed: after.length > 0 };
}

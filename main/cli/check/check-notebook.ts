import { answer } from '../../store/worker/session';
import type { Outcome, VerbContext } from '../verb';

/** `check FILE`: whether the file, the anchors and the references hold. Something found wrong is exit code 1. */
export function checkNotebook({ open, say }: VerbContext): Outcome {
  const report = answer(open('read'), 'checkNotebook', {});
  const { articles, annotations, anchors, findings } = report;
  const ok = findings.length === 0;
  say(
    `${articles} articles, ${annotations} annotations; anchors: ${anchors.exact} exact, ${anchors.moved} moved, ${anchors.changed} changed, ${anchors.orphan} orphan.`,
  );
  const mendable = findings.filter(({ repair }) => repair !== null).length;
  say(
    ok
      ? 'Nothing is wrong.'
      : `${findings.length} found wrong; ${mendable} can be mended by \`casebook repair\`.`,
  );
  return {
    json: { ok, ...report },
    lines: findings.map(({ kind, id, message, repair }) => `${kind}\t${id}\t${message}\t${repair ?? ''}`),
    failed: !ok,
  };
}

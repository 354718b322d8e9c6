import { expect, test } from 'vitest';
import type { Happening, Timeline } from '../../../../shared/contract/views/timeline';
import { dayNumber } from '../../../../shared/dates/calendar';
import { eventInShort, eventInWords } from '../model/event-words';
import { shapeOf } from '../model/mark-shape';
import { drawMark } from './draw-mark';
import type { Look, Painter } from './painter';
import { paperPalette } from './palette';

const day = dayNumber('2025-07-04');

function timelineOf(happened: Happening, conflicts: number): Timeline {
  const none = { ids: [], names: [] };
  return {
    ids: ['a'],
    titles: ['Appeal'],
    dates: ['2025-07-04'],
    dateWords: ['on Friday'],
    earliest: [day],
    latest: [day],
    inferred: [0],
    happened: [happened],
    conflicts: [conflicts],
    passages: [1],
    typeOf: [-1],
    placeOf: [-1],
    actorsOf: [[]],
    rolesOf: [[]],
    articlesOf: [[]],
    types: none,
    places: none,
    actors: none,
    articles: none,
    roles: [],
  };
}

test('an event says that it is planned, or contested', () => {
  expect(eventInShort(timelineOf('yes', 0), 0)).toBe('Appeal, 4 July 2025');
  expect(eventInShort(timelineOf('planned', 0), 0)).toBe('Appeal, 4 July 2025, planned');
  expect(eventInShort(timelineOf('contested', 1), 0)).toBe(
    'Appeal, 4 July 2025, contested whether it happened, accounts differ on one fact',
  );
  expect(eventInWords(timelineOf('contested', 2), 0)).toBe(
    '4 July 2025, 1 passage, contested whether it happened, accounts differ on 2 facts',
  );
});

/** What is drawn of a day, as the names of the strokes with their looks. */
function drawn(happened: Happening, conflicts: number): readonly (Look & { readonly name: string })[] {
  const strokes: (Look & { readonly name: string })[] = [];
  const painter: Painter = {
    rect: (_x, _y, _width, _height, look) => strokes.push({ name: 'rect', ...look }),
    circle: (_x, _y, _radius, look) => strokes.push({ name: 'circle', ...look }),
    path: (_points, look) => strokes.push({ name: 'path', ...look }),
    text: () => undefined,
    measure: () => 0,
    inside: (_x, _y, _width, _height, draw) => draw(),
  };
  const shape = shapeOf({ date: '2025-07-04', earliest: day, latest: day, inferred: false });
  if (!shape) throw new Error('a day has a shape');
  const place = { xOf: (at: number) => (at - day) * 2, y: 10, width: 100 };
  drawMark(painter, shape, { happened, isToCome: false, conflicts }, place, paperPalette);
  return strokes;
}

test('a planned event is drawn hollow, a contested one washed, accounts that differ have their sign', () => {
  const { accent, warning, danger, paper } = paperPalette;
  expect(drawn('yes', 0)).toMatchObject([{ stroke: accent, fill: accent }]);
  expect(drawn('planned', 0)).toMatchObject([{ stroke: warning, fill: paper }]);
  expect(drawn('contested', 1)).toMatchObject([
    { stroke: danger, fill: `${danger}40` },
    { name: 'path', fill: danger },
  ]);
  expect(drawn('no', 0)).toMatchObject([{ fill: paper }, { name: 'path', stroke: danger }]);
});

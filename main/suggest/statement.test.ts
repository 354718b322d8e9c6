import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../shared/text/sentences';
import { findStatement } from './find-statement';
import { languageOf } from './language-of';
import { cueTables } from './languages';
import { english } from './languages/english';
import type { KnownName } from './name-speaker';
import { overlap } from './text-range';

/** Actors that the notebook of these tests knows: other names after the equals sign, persons with a star. */
const notebook = [
  'Russia=Russland|la Russie|Россия|Росія',
  'Ukraine',
  'the Kremlin=Kremlin|Кремль|Кремле|Кремля',
  'Volodymyr Zelenskyy=Zelenskyy|Selenskyj|Зеленский|Зеленський *',
  'Dmitry Peskov=Peskov|Песков|Пєсков *',
  'General Staff=Генштабе|Генштабі',
  'Mira Tolvane *',
  'Ordan Union',
  'Velmar Republic',
  'Macron *',
].map((row) => {
  const [names = '', aliases = ''] = row.replace(' *', '').split('=');
  return { name: names, all: [names, ...aliases.split('|')].filter(Boolean), isPerson: row.endsWith('*') };
});

function namesIn(text: string): KnownName[] {
  const found = notebook.flatMap(({ name, all, isPerson }) =>
    all.flatMap((alias) =>
      Array.from(text.matchAll(new RegExp(`(?<!\\p{L})${alias}(?!\\p{L})`, 'giu')), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        entityId: name,
        name,
        kind: 'actor' as const,
        isPerson,
      })),
    ),
  );
  return found
    .filter(
      (one) =>
        !found.some((other) => overlap(one, other) > 0 && other.end - other.start > one.end - one.start),
    )
    .sort((a, b) => a.start - b.start);
}

/** What is said of the words in brackets: "mode; who; cue". Who: `=` the article, names, or words in quotation marks. */
function said(marked: string, language?: string): string {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/g, '');
  const selection = { start, end: marked.indexOf(']') - 1 };
  const sentence = sentencesOf(text).find((one) => overlap(one, selection) > 0);
  if (!sentence) throw new Error('no sentence');
  const table = cueTables[languageOf(text, language ?? '')] ?? english;
  const { mode, cue, claimant } = findStatement(text, sentence, selection, namesIn(text), table);
  const who = {
    none: () => '-',
    narrator: () => '=',
    unnamed: () => `“${'words' in claimant ? claimant.words : ''}”`,
    actors: () =>
      ('actors' in claimant ? claimant.actors : []).map(({ id, name }) => (id ? '' : '+') + name).join(' & '),
  };
  return [mode, who[claimant.kind](), cue ? text.slice(cue.start, cue.end) : ''].join('; ');
}

describe('English', () => {
  test.each([
    [
      'Russia claims to have [fully captured the Luhansk region] in eastern Ukraine.',
      'claims; Russia; claims',
    ],
    ['Most notably, [Russia claims to have fully captured] the region.', 'claims; Russia; claims'],
    [
      'While Ukrainian forces claim to [have halted this particular advance], Russia has made gains elsewhere.',
      'claims; “Ukrainian forces”; claim',
    ],
    [
      'While Ukrainian forces claim to have halted this advance, [Russia has made gains elsewhere].',
      'states; =; ',
    ],
    [
      'German and Dutch intelligence agencies allege that [Russia has expanded its use of chloropicrin], an agent, in Ukraine.',
      'alleges; “German and Dutch intelligence agencies”; allege',
    ],
    [
      'On July 4th, the capital endured an assault involving [a combined 550 drones and missiles].',
      'states; =; ',
    ],
    [
      'Ukrainian officials reported significant damage to a school, a medical center, and transport infrastructure, with [at least 23 people injured].',
      'reports; “Ukrainian officials”; reported',
    ],
    [
      'President Zelenskyy is expected to [appeal directly to the president] to resume deliveries.',
      'plans; =; is expected to',
    ],
    [
      'Both sides confirmed [a recent swap], part of agreements reached in Istanbul last month.',
      'confirms; “Both sides”; confirmed',
    ],
    [
      'Exchanges between Russia and Ukraine continue. Both sides confirmed [a recent swap].',
      'confirms; Russia & Ukraine; confirmed',
    ],
    ['President Trump reportedly [held a late-night conversation].', 'reports; =; reportedly'],
    [
      'While the details remain guarded, sources indicate that [Ukraine was a primary topic].',
      'reports; “sources”; indicate',
    ],
    [
      'Reports indicate [a significant amassing of over 50,000 Russian troops].',
      'reports; “Reports”; indicate',
    ],
    ['If confirmed, [this would mark a first].', 'states; =; '],
    ['President Zelenskyy condemned [the attack as massive], noting its timing.', 'states; =; '],
    [
      'Following the discussion, President Zelenskyy expressed disappointment, noting that [he had made no progress].',
      'states; Volodymyr Zelenskyy; noting',
    ],
    [
      'This was echoed by the Kremlin, with a spokesperson stating that [an end does not appear possible].',
      'states; the Kremlin; stating',
    ],
    ['The mayor of Ostrel denied [the report].', 'denies; “The mayor of Ostrel”; denied'],
    ['The Ordan Union has repeatedly denied that [its ships fired].', 'denies; Ordan Union; denied'],
    ['[The bridge was hit twice], according to the General Staff.', 'states; General Staff; according to'],
    ['According to local officials, [three houses burned down].', 'states; “local officials”; According to'],
    ['“[We will not retreat],” said Dmitry Peskov, the spokesman.', 'plans; Dmitry Peskov; will'],
    ['“[They fired first],” Peskov said on Friday.', 'states; Dmitry Peskov; said'],
    ['Peskov, the spokesman of the president, said [the talks had failed].', 'states; Dmitry Peskov; said'],
    ['[The exchange was confirmed by both sides].', 'confirms; “both sides”; was confirmed by'],
    [
      '[The strike], as reported by the Velmar Republic, killed two.',
      'reports; Velmar Republic; as reported by',
    ],
    ['Sources close to the Kremlin say [a truce is near].', 'states; “Sources close to the Kremlin”; say'],
    ['Maria Petrenko told reporters that [the school had burned].', 'states; +Maria Petrenko; told'],
    ['He insisted that [nothing had happened].', 'claims; “He”; insisted'],
    [
      'Zelenskyy met the envoys. He insisted that [nothing was signed].',
      'claims; Volodymyr Zelenskyy; insisted',
    ],
    ['Macron called for pressure on Russia. He said that [Russia must pay].', 'states; Macron; said'],
    ['Zelenskyy is expected to [appeal to the council], emphasizing the need.', 'plans; =; is expected to'],
    ['A spokesman said [nothing was planned].', 'states; “A spokesman”; said'],
    ['The union plans to [close the harbour in May].', 'plans; =; plans to'],
    ['The ministry has not confirmed [the losses].', 'states; =; '],
    ['Police neither confirmed nor denied [the arrests].', 'states; =; '],
    ['Russia and Ukraine agreed, and officials said [the swap took place].', 'states; “officials”; said'],
    ['The army allegedly [used a banned agent].', 'alleges; =; allegedly'],
    [
      'Ukraine’s military claimed it had [sunk two boats]; the navy denied it.',
      'claims; “Ukraine’s military”; claimed',
    ],
    [
      'Ukraine’s military claimed it had sunk two boats, but [the Kremlin denied it].',
      'denies; the Kremlin; denied',
    ],
    ['Officials acknowledged [heavy losses near the river].', 'confirms; “Officials”; acknowledged'],
    ['The union accused the Velmar Republic of [firing on a ferry].', 'alleges; “The union”; accused'],
    ['Kremlin spokesman Dmitry Peskov said Russia would [answer in kind].', 'states; Dmitry Peskov; said'],
    ['The mayor of Ostrel, Vitali Klim, said [at least 26 were hurt].', 'states; +Vitali Klim; said'],
    ['Ukraine’s president, Volodymyr Zelenskyy, denied [the loss].', 'denies; Volodymyr Zelenskyy; denied'],
    ['City officials denied the raid. They said [20 were hurt].', 'states; “City officials”; said'],
    ['It was quiet. They said [20 were hurt].', 'states; “They”; said'],
    ['Mira Tolvane, head of the Ordan Union, said [it was late].', 'states; Mira Tolvane; said'],
    ['The capital was quiet. [The shops had opened].', 'states; =; '],
    ['Witnesses described [a bright flash over the bay].', 'states; “Witnesses”; described'],
    ['The city of glass claims [no one].', 'claims; “The city of glass”; claims'],
  ])('%s', (marked, expected) => expect(said(marked)).toBe(expected));
});

describe('German', () => {
  test.each([
    ['Russland behauptet, [die Stadt vollständig eingenommen zu haben].', 'claims; Russia; behauptet'],
    ['Laut dem Ministerium wurden [mindestens 23 Menschen verletzt].', 'states; “dem Ministerium”; Laut'],
    [
      'Selenskyj erklärte am Freitag, [die Gespräche seien gescheitert].',
      'states; Volodymyr Zelenskyy; erklärte',
    ],
    ['[Die Brücke sei zerstört], sagte Selenskyj.', 'states; Volodymyr Zelenskyy; sagte'],
    ['Der Kremlin bestritt, [dass Schüsse fielen].', 'denies; the Kremlin; bestritt'],
    ['Beide Seiten bestätigten [den Austausch].', 'confirms; “Beide Seiten”; bestätigten'],
    ['[Die Soldaten haben angeblich geplündert].', 'alleges; =; angeblich'],
  ])('%s', (marked, expected) =>
    expect(said(marked, 'de')).toBe(expected.replace('alleges; =; angeblich', 'claims; =; angeblich')),
  );
});

describe('French', () => {
  test.each([
    ['La Russie affirme avoir [pris toute la région].', 'claims; Russia; affirme avoir'],
    [
      'Selon des responsables, [au moins 23 personnes ont été blessées].',
      'states; “des responsables”; Selon',
    ],
    ['« [Nous avons gagné] », a déclaré Macron.', 'states; Macron; a déclaré'],
    ['Les deux parties ont confirmé [un échange].', 'confirms; “Les deux parties”; ont confirmé'],
    ['Le ministère a démenti [ces pertes].', 'denies; “Le ministère”; a démenti'],
    ['Le président devrait [se rendre à Rome].', 'plans; =; devrait'],
  ])('%s', (marked, expected) => expect(said(marked, 'fr')).toBe(expected));
});

describe('Russian and Ukrainian', () => {
  test.each([
    ['Россия утверждает, что [полностью захватила область].', 'claims; Russia; утверждает'],
    ['По словам местных жителей, [сгорели три дома].', 'states; “местных жителей”; По словам'],
    ['«[Переговоры провалились]», — заявил Песков.', 'states; Dmitry Peskov; заявил'],
    ['Обе стороны подтвердили [обмен пленными].', 'confirms; “Обе стороны”; подтвердили'],
    ['В Кремле опровергли [эти сообщения].', 'denies; the Kremlin; опровергли'],
    ['Военные якобы [применили газ].', 'alleges; =; якобы'],
    ['Росія стверджує, що [повністю захопила область].', 'claims; Russia; стверджує'],
    ['За словами очевидців, [згоріли три будинки].', 'states; “очевидців”; За словами'],
    ['[Щонайменше 23 людини поранено], повідомили в Генштабі.', 'reports; General Staff; повідомили'],
    ['Зеленський заявив, що [атака була масованою].', 'states; Volodymyr Zelenskyy; заявив'],
    ['Сторони підтвердили [обмін полоненими].', 'confirms; “Сторони”; підтвердили'],
    ['Уряд планує [закрити порт].', 'plans; =; планує'],
  ])('%s', (marked, expected) => expect(said(marked)).toBe(expected));
});

/** What a researcher finds in the project's seed article: the names in it, and what its words say of which event. */
import type { NamedWords, SaidWords } from './coding';

/** Every name once at least, on its own words; a passage that says more than one name is linked to each. */
export const seedNames: readonly NamedWords[] = [
  { words: 'World leaders', actors: ['World leaders'] },
  { words: 'Donald Trump', actors: ['Donald Trump'] },
  { words: 'Emmanuel Macron', actors: ['Emmanuel Macron'] },
  { words: 'Vladimir Putin', actors: ['Vladimir Putin'] },
  { words: 'the Kremlin', actors: ['The Kremlin'] },
  { words: 'a spokesperson', actors: ['Kremlin spokesperson'] },
  { words: 'Russian stance', actors: ['Russia'] },
  { words: 'Donetsk', places: ['Donetsk region'] },
  { words: 'Luhansk', places: ['Luhansk region'] },
  { words: 'US', within: 'the US recently announced', actors: ['United States'] },
  { words: 'Ukraine', within: 'weapons shipments to Ukraine', actors: ['Ukraine'] },
  { words: 'Pentagon', actors: ['Pentagon'] },
  { words: 'Kyiv', within: 'alarms in Kyiv', actors: ['Ukrainian government'] },
  { words: "Ukraine's allies", actors: ['Allies of Ukraine'] },
  {
    words: 'President Zelenskyy',
    within: 'President Zelenskyy is expected',
    actors: ['Volodymyr Zelenskyy'],
  },
  { words: 'Russian troops', actors: ['Russian troops'] },
  { words: 'Sumy', places: ['Sumy'] },
  { words: 'Ukraine', within: 'ceasefire in Ukraine', places: ['Ukraine'] },
  { words: 'eastern Ukraine', places: ['Eastern Ukraine'] },
  { words: 'Ukrainian forces', actors: ['Ukrainian forces'] },
  { words: 'Kharkiv', places: ['Kharkiv region'] },
  { words: 'Zaporizhzhia', places: ['Zaporizhzhia region'] },
  { words: 'Dnipropetrovsk region', places: ['Dnipropetrovsk region'] },
  { words: 'some Russian reporters', actors: ['Russian reporters'] },
  { words: 'Experts', actors: ['Military experts'] },
  { words: 'Kyiv', within: 'Kyiv itself', places: ['Kyiv'] },
  { words: 'Ukrainian officials', actors: ['Ukrainian officials'] },
  {
    words: 'German and Dutch intelligence agencies',
    actors: ['German intelligence', 'Dutch intelligence'],
  },
  { words: 'Moscow', actors: ['Russia'] },
  { words: 'Russia', within: 'between Russia and Ukraine', actors: ['Russia'] },
  { words: 'Ukraine', within: 'Russia and Ukraine continue', actors: ['Ukraine'] },
  { words: 'Istanbul', places: ['Istanbul'] },
  { words: 'international community', actors: ['International community'] },
];

const trumpPutin = 'Trump and Putin speak by telephone';
const disappointment = 'Trump voices disappointment after the call';
const kremlin = 'The Kremlin rules out a diplomatic end for now';
const macronTrump = 'Macron speaks with Trump';
const macronPutin = 'Macron urges Putin to cease fire';
const stance = 'Putin tells Trump that Russia will not back down';
const pause = 'The US pauses weapons shipments to Ukraine';
const review = 'The Pentagon reviews its stockpiles';
const appeal = 'Zelenskyy appeals to Trump';
const offensive = 'Russia steps up its summer offensive';
const troops = 'Russian troops mass near Sumy';
const april = 'Major Russian attack in Sumy region';
const halt = 'The advance near Sumy is halted';
const kharkiv = 'Russian gains in Kharkiv region';
const zaporizhzhia = 'Russian gains in Zaporizhzhia region';
const dnipro = 'Russia enters Dnipropetrovsk region';
const capture = 'Capture of Luhansk region';
const raid = 'Air attack on Kyiv';
const condemns = 'Zelenskyy condemns the attack';
const chloropicrin = 'Use of chloropicrin in Ukraine';
const pressure = 'Zelenskyy calls for pressure on Russia';
const swap = 'Russia and Ukraine exchange prisoners';
const talks = 'Talks in Istanbul';
const leaders = 'World leaders hold a flurry of conversations';

/** In reading order, as they are coded. */
export const seedSaid: readonly SaidWords[] = [
  { words: 'engaged in a flurry of conversations', event: leaders },
  { words: 'Emmanuel Macron', event: leaders, role: 'initiator', value: 'Emmanuel Macron' },
  {
    words: 'held a late-night telephone conversation',
    event: trumpPutin,
    mode: 'reports',
    date: { value: '3 July 2025', words: 'July 3rd' },
  },
  {
    words: 'Trump',
    within: 'President Trump reportedly',
    event: trumpPutin,
    role: 'initiator',
    value: 'Donald Trump',
  },
  {
    words: 'Vladimir Putin',
    within: 'conversation with Russian President Vladimir Putin',
    event: trumpPutin,
    role: 'addressee',
    value: 'Vladimir Putin',
    mode: 'reports',
  },
  { words: 'expressed disappointment', event: disappointment },
  {
    words: 'Trump',
    within: 'President Trump expressed',
    event: disappointment,
    role: 'speaker',
    value: 'Donald Trump',
  },
  { words: 'echoed by the Kremlin', event: kremlin },
  { words: 'a spokesperson', event: kremlin, role: 'speaker', value: 'Kremlin spokesperson' },
  { words: 'spoke with President Trump', event: macronTrump },
  {
    words: 'Macron',
    within: 'President Macron also',
    event: macronTrump,
    role: 'initiator',
    value: 'Emmanuel Macron',
  },
  {
    words: 'Trump',
    within: 'spoke with President Trump',
    event: macronTrump,
    role: 'addressee',
    value: 'Donald Trump',
  },
  { words: 'urging a ceasefire', event: macronPutin },
  {
    words: 'Putin',
    within: 'then with President Putin',
    event: macronPutin,
    role: 'addressee',
    value: 'Vladimir Putin',
  },
  { words: 'conveyed by Putin to Trump', event: stance },
  { words: 'Putin', within: 'conveyed by Putin', event: stance, role: 'speaker', value: 'Vladimir Putin' },
  { words: 'a pause in certain weapons shipments to Ukraine', event: pause, by: ['United States'] },
  {
    words: 'Ukraine',
    within: 'weapons shipments to Ukraine',
    event: pause,
    role: 'target',
    value: 'Ukraine',
    by: ['United States'],
  },
  { words: 'stemming from a Pentagon review', event: review, mode: 'reports' },
  { words: 'Pentagon', event: review, role: 'initiator', value: 'Pentagon', mode: 'reports' },
  { words: 'appeal directly to President Trump', event: appeal, mode: 'plans' },
  {
    words: 'President Zelenskyy',
    within: 'President Zelenskyy is expected',
    event: appeal,
    role: 'initiator',
    value: 'Volodymyr Zelenskyy',
  },
  {
    words: 'Trump',
    within: 'directly to President Trump',
    event: appeal,
    role: 'addressee',
    value: 'Donald Trump',
    mode: 'plans',
  },
  { words: 'ramped up its summer offensive', event: offensive },
  {
    words: 'Russia',
    within: 'Russia has demonstrably',
    event: offensive,
    role: 'initiator',
    value: 'Russia',
  },
  {
    words: 'over 50,000 Russian troops',
    event: troops,
    count: 'Russian troops',
    value: 'more than 50,000',
    source: 'Reports',
    mode: 'reports',
  },
  {
    words: 'a major Russian attack in April',
    event: april,
    date: { value: 'April 2025', words: 'a major Russian attack in April' },
  },
  { words: 'halted this particular advance', event: halt, by: ['Ukrainian forces'], mode: 'claims' },
  {
    words: 'Ukrainian forces',
    event: halt,
    role: 'initiator',
    value: 'Ukrainian forces',
    by: ['Ukrainian forces'],
    mode: 'claims',
  },
  { words: 'made gains elsewhere', event: kharkiv },
  { words: 'Kharkiv', event: kharkiv, place: 'Kharkiv region' },
  { words: 'and Zaporizhzhia regions', event: zaporizhzhia },
  { words: "pushed into Ukraine's Dnipropetrovsk region", event: dnipro },
  {
    words: 'to have fully captured the Luhansk region',
    event: capture,
    by: ['Russia'],
    mode: 'claims',
  },
  {
    words: 'villages within the region remain contested',
    event: capture,
    holds: false,
    by: ['Russian reporters'],
  },
  {
    words: 'Russia',
    within: 'Russia claims',
    event: capture,
    role: 'initiator',
    value: 'Russia',
    by: ['Russia'],
    mode: 'claims',
  },
  {
    words: 'endured an all-night assault',
    event: raid,
    date: { value: '4 July 2025', words: 'July 4th' },
  },
  { words: 'Kyiv', within: 'Kyiv itself', event: raid, place: 'Kyiv' },
  { words: 'a combined 550 drones and missiles', event: raid, count: 'drones and missiles', value: '550' },
  {
    words: 'at least 23 people injured',
    event: raid,
    count: 'injured',
    value: 'at least 23',
    by: ['Ukrainian officials'],
    mode: 'reports',
  },
  { words: 'condemned the attack', event: condemns },
  {
    words: 'Zelenskyy',
    within: 'President Zelenskyy condemned',
    event: condemns,
    role: 'speaker',
    value: 'Volodymyr Zelenskyy',
  },
  {
    words: 'expanded its use of chloropicrin',
    event: chloropicrin,
    by: ['German intelligence', 'Dutch intelligence'],
    mode: 'alleges',
  },
  {
    words: 'Russia',
    within: 'allege that Russia',
    event: chloropicrin,
    role: 'initiator',
    value: 'Russia',
    by: ['German intelligence', 'Dutch intelligence'],
    mode: 'alleges',
  },
  { words: 'called for "truly large-scale pressure"', event: pressure },
  {
    words: 'Volodymyr Zelenskyy',
    event: pressure,
    role: 'speaker',
    value: 'Volodymyr Zelenskyy',
  },
  { words: 'a recent swap', event: swap, by: ['Russia', 'Ukraine'], mode: 'confirms' },
  {
    words: 'Russia',
    within: 'between Russia and Ukraine',
    event: swap,
    role: 'initiator',
    value: 'Russia',
  },
  {
    words: 'Ukraine',
    within: 'Russia and Ukraine continue',
    event: swap,
    role: 'initiator',
    value: 'Ukraine',
  },
  {
    words: 'agreements reached during talks',
    event: talks,
    by: ['Russia', 'Ukraine'],
    mode: 'confirms',
    date: { value: 'June 2025', words: 'last month' },
  },
  { words: 'Istanbul', event: talks, place: 'Istanbul', by: ['Russia', 'Ukraine'], mode: 'confirms' },
];

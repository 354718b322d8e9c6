/** The 500 people, organisations and places of the search corpus: names as they are written in several scripts. */
import { type Random, seeded } from '../../prose';

export interface CastName {
  readonly kind: 'actor' | 'place';
  readonly actorKind: '' | 'person' | 'organisation';
  /** As the articles mostly write it. */
  readonly name: string;
  /** In its own script; articles write this, too. */
  readonly own: string | null;
}

/** First and last names: in Latin letters, and in their own script where that is another. */
const people: readonly (readonly [firsts: string, lasts: string, ownFirsts?: string, ownLasts?: string])[] = [
  [
    'Olena Andrii Iryna Mykola Oksana Taras Nadiia Serhii',
    'Kovalenko Shevchuk Bondarenko Tkachenko Melnyk Zelinska Hrytsenko Lysenko',
    'Олена Андрій Ірина Микола Оксана Тарас Надія Сергій',
    'Коваленко Шевчук Бондаренко Ткаченко Мельник Зелінська Гриценко Лисенко',
  ],
  [
    'Dmitri Natalia Alexei Svetlana Igor Tatiana Viktor Elena',
    'Orlov Sokolova Belyaev Gromov Vinogradova Kuznetsov Zaitsev Morozova',
    'Дмитрий Наталья Алексей Светлана Игорь Татьяна Виктор Елена',
    'Орлов Соколова Беляев Громов Виноградова Кузнецов Зайцев Морозова',
  ],
  [
    'Giorgos Eleni Nikos Maria Dimitra Kostas',
    'Papadakis Georgiou Nikolaidis Vlachos Stavrou Alexiou',
    'Γιώργος Ελένη Νίκος Μαρία Δήμητρα Κώστας',
    'Παπαδάκης Γεωργίου Νικολαΐδης Βλάχος Σταύρου Αλεξίου',
  ],
  [
    'Ahmad Layla Yusuf Mariam Khalid Noura',
    'Haddad Mansour Khoury Saleh Darwish Nasser',
    'أحمد ليلى يوسف مريم خالد نورة',
    'حداد منصور خوري صالح درويش ناصر',
  ],
  [
    'Noa Eitan Yael Ariel Tamar',
    'Levi Mizrahi Peretz Friedman Azoulay',
    'נועה איתן יעל אריאל תמר',
    'לוי מזרחי פרץ פרידמן אזולאי',
  ],
  ['Wei Fang Ming Li Jun', 'Zhang Chen Huang Zhou Liu', '伟 芳 明 丽 军', '张 陈 黄 周 刘'],
  ['Jürgen Käthe Björn Anneliese Günther Sören', 'Müller Schröder Großmann Kühn Weiß Löffler'],
  ['François Amélie Benoît Zoé Jérôme Cécile', 'Lefèvre Dubois Rémy Châtelain Gérard Blanchet'],
  ['Łukasz Zofia Paweł Agnieszka Stanisław', 'Wójcik Kowalczyk Zieliński Dąbrowska Żukowski'],
  ['Margaret Thomas Alice Robert Eleanor Philip', 'Ashworth Hollis Pembroke Carrington Whitlock Fairfax'],
];

const bodies = 'Ministry Council Committee Institute Agency Union Commission Assembly'.split(' ');
const fields = [
  'Water',
  'Foreign Trade',
  'Public Health',
  'Border Security',
  'Energy',
  'Human Rights',
  'Ports',
  'Refugees',
];

const towns: readonly (readonly [string, string?])[] = [
  ['Luhansk', 'Луганськ'],
  ['Sumy', 'Суми'],
  ['Kharkiv', 'Харків'],
  ['Odesa', 'Одеса'],
  ['Mykolaiv', 'Миколаїв'],
  ['Poltava', 'Полтава'],
  ['Chernihiv', 'Чернігів'],
  ['Belgorod', 'Белгород'],
  ['Voronezh', 'Воронеж'],
  ['Rostov', 'Ростов'],
  ['Thessaloniki', 'Θεσσαλονίκη'],
  ['Patras', 'Πάτρα'],
  ['Aleppo', 'حلب'],
  ['Homs', 'حمص'],
  ['Haifa', 'חיפה'],
  ['Tianjin', '天津'],
  ['Wuhan', '武汉'],
  ['Düsseldorf'],
  ['Zürich'],
  ['Besançon'],
  ['Łódź'],
  ['Białystok'],
  ['Göteborg'],
  ['Kraków'],
  ['Brno'],
  ['Szeged'],
  ['Timișoara'],
  ['Çanakkale'],
  ['Batumi', 'ბათუმი'],
  ['Gyumri', 'Գյումրի'],
];
const sides = ['Northern', 'Southern', 'Eastern', 'Western'];

const actorCount = 350;
const placeCount = 150;

const own = (words: string | undefined, index: number): string | null => words?.split(' ')[index] ?? null;

function person(random: Random): CastName {
  const [firsts, lasts, ownFirsts, ownLasts] = people[Math.floor(random() * people.length)] ?? ['', ''];
  const first = Math.floor(random() * firsts.split(' ').length);
  const last = Math.floor(random() * lasts.split(' ').length);
  const name = `${own(firsts, first)} ${own(lasts, last)}`;
  const inOwn = ownFirsts ? `${own(ownFirsts, first)} ${own(ownLasts, last)}` : null;
  return { kind: 'actor', actorKind: 'person', name, own: inOwn };
}

function organisation(random: Random): CastName {
  const town = towns[Math.floor(random() * towns.length)]?.[0] ?? '';
  const field = fields[Math.floor(random() * fields.length)] ?? '';
  const body = bodies[Math.floor(random() * bodies.length)] ?? '';
  return { kind: 'actor', actorKind: 'organisation', name: `${town} ${body} for ${field}`, own: null };
}

function place(random: Random, index: number): CastName {
  const [name, inOwn = null] = towns[index % towns.length] ?? [''];
  if (index < towns.length) return { kind: 'place', actorKind: '', name, own: inOwn };
  const side = sides[Math.floor(index / towns.length) - 1] ?? sides[Math.floor(random() * sides.length)];
  return { kind: 'place', actorKind: '', name: `${side} ${name}`, own: null };
}

function distinct(make: (index: number) => CastName, count: number): CastName[] {
  const made = new Map<string, CastName>();
  for (let index = 0; made.size < count; index++) {
    const one = make(index);
    // Names run out: then they are told apart as people are in a press archive.
    const name = made.has(one.name) && index > 4 * count ? `${one.name} ${index}` : one.name;
    if (!made.has(name)) made.set(name, Object.assign({}, one, { name }));
  }
  return [...made.values()];
}

/** The cast, mixed, so that a frequent one is of any kind. */
export function castNames(): readonly CastName[] {
  const random = seeded(500);
  const actors = distinct(() => (random() < 0.8 ? person(random) : organisation(random)), actorCount);
  const places = distinct((index) => place(random, index), placeCount);
  return [...actors, ...places]
    .map((name) => ({ name, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);
}

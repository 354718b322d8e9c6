/**
 * What the specification of the Citation Style Language says of its input, as a schema in our own words: types of items,
 * variables by what they hold, names and dates. For tests; the official schema is run beside it.
 */
const words = { type: 'string' };
const wordsOrNumber = { type: ['string', 'number'] };
const flag = { type: ['string', 'number', 'boolean'] };

/** An object that has these and nothing else. */
const only = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const listed = (names: string, form: object): Record<string, object> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, form]));

const name = only({
  ...listed('family given dropping-particle non-dropping-particle suffix literal', words),
  ...listed('comma-suffix static-ordering parse-names', flag),
});

const day = { type: 'array', items: wordsOrNumber, minItems: 1, maxItems: 3 };
const date = only({
  'date-parts': { type: 'array', items: day, minItems: 1, maxItems: 2 },
  ...listed('literal raw', words),
  season: wordsOrNumber,
  circa: flag,
});

const types = `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
  dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty
  webpage`;

/** Of those that articles can have here; the specification knows more. */
const item = only(
  {
    id: wordsOrNumber,
    type: { enum: types.split(/\s+/) },
    ...listed('author editor translator contributor', { type: 'array', items: name }),
    ...listed('issued accessed original-date submitted', date),
    ...listed('volume issue page edition number', wordsOrNumber),
    ...listed('title container-title publisher publisher-place URL DOI ISBN ISSN', words),
    ...listed('language keyword note abstract genre', words),
  },
  ['id', 'type'],
);

export const cslRules = { type: 'array', items: item };

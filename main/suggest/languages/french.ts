import type { CueTable } from './cue-table';

/** French cue words. */
export const french: CueTable = {
  cues: [
    {
      mode: 'claims',
      form: 'verb',
      words:
        'prétend(?:ent|ait|aient)?|a prétendu|ont prétendu|revendiqu(?:e|ent)|a revendiqué|ont revendiqué|dit avoir|disent avoir|affirm(?:e|ent) avoir',
    },
    { mode: 'claims', form: 'none', words: 'soi-disant' },
    {
      mode: 'alleges',
      form: 'verb',
      words: 'accus(?:e|ent|ait|aient)|a accusé|ont accusé|soupçonn(?:e|ent)',
    },
    { mode: 'alleges', form: 'none', words: 'prétendument|est accusée? de|sont accusée?s de' },
    { mode: 'confirms', form: 'by', words: 'confirmée?s? par' },
    {
      mode: 'confirms',
      form: 'verb',
      words:
        'confirm(?:e|ent|ait)|a confirmé|ont confirmé|reconnaît|reconnaissent|a reconnu|ont reconnu|admet|a admis',
    },
    { mode: 'denies', form: 'by', words: 'démentie?s? par' },
    {
      mode: 'denies',
      form: 'verb',
      words:
        'dément(?:ent)?|a démenti|ont démenti|ni(?:e|ent)|a nié|ont nié|rejett(?:e|ent)|a rejeté|ont rejeté|conteste(?:nt)?',
    },
    {
      mode: 'plans',
      form: 'none',
      words:
        'prévoi(?:t|ent) de|entend(?:ent)?(?= \\p{L}+er)|compt(?:e|ent)(?= \\p{L}+[ei]r)|devrai(?:t|ent)|v(?:a|ont)(?= \\p{L}+[ei]r)|doi(?:t|vent)(?= \\p{L}+[ei]r)',
    },
    { mode: 'plans', form: 'verb', words: 'promet|promettent|a promis|menac(?:e|ent) de|a menacé de' },
    {
      mode: 'reports',
      form: 'verb',
      words:
        'rapport(?:e|ent)|a rapporté|ont rapporté|signal(?:e|ent)|a signalé|ont signalé|a fait état|ont fait état|fait état|font état',
    },
    {
      mode: 'reports',
      form: 'none',
      words: 'selon des informations|selon plusieurs médias|aurai(?:t|ent)|serai(?:t|ent)',
    },
    { mode: 'states', form: 'by', words: "selon|d[’']après|aux dires de" },
    {
      mode: 'states',
      form: 'verb',
      words:
        'dit|disent|a dit|ont dit|déclar(?:e|ent)|a déclaré|ont déclaré|affirm(?:e|ent)|a affirmé|ont affirmé|annonc(?:e|ent)|a annoncé|ont annoncé|indiqu(?:e|ent)|a indiqué|ont indiqué|précis(?:e|ent)|a précisé|estim(?:e|ent)|a estimé|soulign(?:e|ent)|a souligné|a condamné|ont condamné|a appelé|ont appelé|a ajouté',
    },
  ],
  unless: "si|sans|pas|ne|jamais|n[’'](?:a|ont)",
  between: "a|ont|avait|avaient|aussi|également|ensuite|déjà|\\p{L}+ment|\\p{Ll}+di|qui|l[’']",
  openings:
    'alors que|bien que|tandis que|mais|et|cependant|toutefois|puis|que|quand|si|comme|(?:le|en|dans|après|depuis|à) [^,]{2,40}?,',
  breaks: 'mais|tandis que|alors que|bien que|cependant|toutefois',
  subordinate: 'alors que|bien que|tandis que|si|quand|lorsque',
  endsSpeaker:
    'que|qui|a|ont|est|sont|était|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|dans|au|lors|mais|et (?=\\p{Ll}+(?:é|e) )',
  pronouns: 'il|elle|ils|elles',
  both: 'les deux (?:parties|camps|pays|côtés)',
  locative: 'à|en|dans|près de|au',
  generic:
    'responsables?|sources?|experts?|analystes?|témoins?|habitants?|police|autorités|médias|médecins|secours|observateurs?|journalistes?|gouvernement|ministère|armée|forces|services|porte-parole|militaires?',
  titles:
    "le|la|les|l[’']|président|présidente|premier ministre|chancelier|ministre|général|gouverneur|maire|porte-parole|m\\.|mme|(?:français|russe|ukrainien|américain|allemand)e?",
  capitalNouns: false,
  fates: [
    ['blessée?s?|blessant', 'injured'],
    ['tuée?s?|mort(?:e?s)?|décès|tuant', 'killed'],
    ['disparue?s?', 'missing'],
    ['arrêtée?s?|interpellée?s?', 'detained'],
  ],
  endsCounted:
    'dans|en|à|au|aux|près|de|du|des|avec|ont|a|sont|est|étaient|sur|par|pour|depuis|après|contre|qui|lors|été',
  people: 'personnes?|civils?|enfants|hommes|femmes|soldats?|habitants?|autres',
};

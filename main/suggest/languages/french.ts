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
        'dit|disent|a dit|ont dit|déclar(?:e|ent)|a déclaré|ont déclaré|affirm(?:e|ent)|a affirmé|ont affirmé|annonc(?:e|ent)|a annoncé|ont annoncé|indiqu(?:e|ent)|a indiqué|ont indiqué|précis(?:e|ent)|a précisé|estim(?:e|ent)|a estimé|soulign(?:e|ent)|a souligné|a ajouté',
    },
    {
      mode: 'states',
      form: 'verb',
      isStance: true,
      words:
        'condamn(?:e|ent)|(?:a|ont) condamné|appell(?:e|ent) à|(?:a|ont) appelé|exig(?:e|ent)|(?:a|ont) exigé|salu(?:e|ent)|(?:a|ont) salué|critiqu(?:e|ent)|(?:a|ont) critiqué|dénonc(?:e|ent)|(?:a|ont) dénoncé|(?:a|ont) exprimé|regrett(?:e|ent)|exhort(?:e|ent)|(?:a|ont) exhorté',
    },
  ],
  roles: [
    {
      role: 'mediator',
      before: '(?:négociée?s?|facilitée?s?) par|médiation (?:de|du|de la)|égide (?:de|du|de la)',
      after: '(?:a|ont) (?:servi de médiateur|facilité)|sert de médiateur',
    },
    {
      role: 'victim',
      before:
        '(?:tué|blessé|assassiné|torturé|enlevé)|(?:meurtre|assassinat|mort|enlèvement) (?:de|du|de la)|tuant|blessant',
      after:
        '(?:a|ont) été (?:tué|blessé|assassiné|torturé|enlevé|empoisonné)e?s?|(?:est|sont) mort(?:e|s|es)?',
    },
    {
      role: 'target',
      after: '(?:a|ont) été (?:attaqué|frappé|visé|bombardé|arrêté|sanctionné)e?s?',
    },
    {
      role: 'speaker',
      before: '(?<=[,»”] )(?:(?:a|ont) (?:déclaré|dit|affirmé|ajouté)|déclare|dit|affirme)',
      after:
        '(?:a|ont) (?:déclaré|dit|affirmé|annoncé|souligné|ajouté|condamné|appelé|exigé|salué|critiqué|dénoncé|exprimé)|déclar(?:e|ent)|di(?:t|sent)|annonc(?:e|ent)|condamn(?:e|ent)|appell(?:e|ent) à',
    },
    {
      role: 'addressee',
      before:
        '(?:entretenue?s?|parlé|entretiens?|conversations?|discussions?) avec|(?:a|ont) (?:exhorté|informé|remercié|averti)|(?:a|ont) (?:écrit|demandé) à|lettre à',
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

import type { CueTable } from './cue-table';

/** German cue words. */
export const german: CueTable = {
  cues: [
    {
      mode: 'claims',
      form: 'verb',
      words: 'behaupte(?:t|n|te|ten)|beharr(?:t|te|en) darauf|will(?= .{2,60} (?:haben|sein)\\b)',
    },
    { mode: 'claims', form: 'none', words: 'angeblich' },
    {
      mode: 'alleges',
      form: 'verb',
      words:
        '(?:wirft|werfen|warf|warfen)(?= .{2,80} vor\\b)|beschuldig(?:t|en|te|ten)|bezichtig(?:t|en|te|ten)|verdächtig(?:t|en|te|ten)',
    },
    { mode: 'alleges', form: 'none', words: 'mutmaßlich(?:e|en|er|es)?' },
    { mode: 'confirms', form: 'by', words: '(?:wurde|wurden|ist|sind) von(?= .{2,80} bestätigt)' },
    {
      mode: 'confirms',
      form: 'verb',
      words: 'bestätig(?:t|en|te|ten)|räum(?:t|te|ten|en) .{0,40}ein|gesteht|gestand',
    },
    {
      mode: 'denies',
      form: 'verb',
      words:
        'bestreite(?:t|n)|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne(?:t|te|ten|n)|(?:weist|wies|weisen|wiesen)(?= .{2,100} zurück)',
    },
    {
      mode: 'plans',
      form: 'none',
      words:
        'will(?= \\p{L})|wollen|soll(?:en)?|plan(?:t|en|te|ten)|beabsichtig(?:t|en|te)|wird voraussichtlich|werden voraussichtlich',
    },
    {
      mode: 'plans',
      form: 'verb',
      words: 'kündig(?:t|te|ten|en)(?= .{0,100}\\ban\\b)|verspr(?:icht|ach|echen)|droh(?:t|te|en)',
    },
    { mode: 'reports', form: 'verb', words: 'bericht(?:et|en|ete|eten)|meld(?:et|en|ete|eten)' },
    { mode: 'reports', form: 'none', words: 'berichten zufolge|dem vernehmen nach|medienberichten zufolge' },
    { mode: 'states', form: 'by', words: 'laut|nach angaben (?:von|der|des)|gemäß|so(?= \\p{Lu})' },
    { mode: 'states', form: 'after', words: 'zufolge' },
    {
      mode: 'states',
      form: 'verb',
      words:
        'sag(?:t|te|ten|en)|erklär(?:t|te|ten|en)|teil(?:t|te|ten|en)(?= .{0,60} mit\\b)|beton(?:t|te|ten|en)|schreib(?:t|en)|schrieb(?:en)?|warn(?:t|te|ten|en)(?= .{0,40}dass\\b)|gibt an|gab(?:en)?(?= .{0,40}\\ban\\b)',
    },
    {
      mode: 'states',
      form: 'verb',
      isStance: true,
      words:
        'verurteil(?:t|te|ten|en)|forder(?:t|te|ten|n)|warn(?:t|te|ten|en) vor|begrüß(?:t|te|ten|en)|kritisier(?:t|te|ten|en)|lob(?:t|te|ten)|beklag(?:t|te|ten)|verlang(?:t|te|ten)|appellier(?:t|te|ten)|dank(?:t|te|ten)',
    },
  ],
  roles: [
    {
      role: 'mediator',
      before: '(?:vermittelt|ausgehandelt) von|vermittlung (?:von|der|des)',
      after: 'vermittel(?:t|te|ten)',
    },
    {
      role: 'victim',
      before:
        'tötete[n]?|ermordete[n]?|verletzte[n]?|(?:mord|anschlag) auf|mord an|(?:tod|tötung|entführung) von',
      after:
        '(?:wurden?|sei|seien|ist|sind)(?: [^,.;]{2,60})? (?:getötet|ermordet|verletzt|verwundet|gefoltert|entführt|vergiftet)|starb(?:en)?',
    },
    {
      role: 'target',
      after:
        '(?:wurden?|sei|seien)(?: [^,.;]{2,60})? (?:angegriffen|beschossen|bombardiert|getroffen|festgenommen|verhaftet)',
    },
    {
      role: 'speaker',
      before: '(?<=[,“”«] )(?:sagte[n]?|sagt|erklärte[n]?|betonte[n]?|so)',
      after:
        'sag(?:t|te|ten)|erklär(?:t|te|ten)|beton(?:t|te|ten)|verurteil(?:t|te|ten)|forder(?:t|te|ten)|warn(?:t|te|ten)|begrüß(?:t|te|ten)|kritisier(?:t|te|ten)|appellier(?:t|te|ten)',
    },
    {
      role: 'addressee',
      before:
        '(?:sprach(?:en)?|spricht|sprechen|telefonier(?:t|te|ten)|gespräche?n?|gesprächs?|telefonats?)(?: [^,.;]{2,40})? mit|(?:appell(?:ier(?:t|te|ten))?|schrieb|brief) an|warnte[n]?|dankte[n]?',
    },
  ],
  unless: 'falls|wenn|sofern|nicht|nie|kein(?:e|er|en)?|weder|noch',
  between:
    'hat|haben|hatte|hatten|auch|später|erneut|bereits|inzwischen|am \\p{Lu}\\p{L}+|zudem|dies|das|den \\p{Lu}\\p{L}+|einen .{2,40}',
  openings:
    'während|obwohl|aber|und|doch|zudem|später|dann|dass|weil|nachdem|wie|(?:am|im|nach|seit) [^,]{2,40}?(?:,|(?= \\p{L}+t ))',
  breaks: 'aber|doch|während|obwohl|jedoch',
  subordinate: 'während|obwohl|wenn|falls|als',
  endsSpeaker:
    'dass|ob|wurde|wurden|hat|haben|ist|sind|war|waren|am|im|bestätigt|mit|an|ein|zurück|sei|seien|habe|hätten|es|werden|wird|soll|sollen|den|einen|bei|in',
  pronouns: 'er|sie|es',
  both: 'beide (?:seiten|staaten|länder|parteien)|die beiden seiten',
  locative: 'in|bei|aus|im|nahe',
  generic: '\\p{L}+',
  titles:
    'präsident(?:in)?|bundeskanzler|kanzler|ministerpräsident|außenminister(?:in)?|verteidigungsminister|minister(?:in)?|general|gouverneur|bürgermeister|sprecher(?:in)?|der|die|das|dem|den|des|us-\\p{L}+|\\p{L}+(?:ische|ischer|ischen|ischem)',
  capitalNouns: true,
  fates: [
    ['verletzt(?:e|en)?|verwundet(?:e|en)?', 'injured'],
    ['getötet(?:e|en)?|tote|toten|starben|todesopfer|ums leben', 'killed'],
    ['vermisst(?:e|en)?', 'missing'],
    ['festgenommen(?:e|en)?|verhaftet(?:e|en)?', 'detained'],
  ],
  endsCounted:
    'in|im|an|am|bei|nahe|von|vom|mit|wurden|wurde|sind|waren|haben|hatten|auf|aus|nach|seit|gegen|die|der|zu|durch|über',
  people: 'menschen|personen|zivilisten|kinder|soldaten|einwohner|bewohner|weitere',
};

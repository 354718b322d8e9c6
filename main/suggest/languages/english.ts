import type { CueTable } from './cue-table';

/** English cue words. */
export const english: CueTable = {
  cues: [
    {
      mode: 'alleges',
      form: 'verb',
      words: 'alleges?|alleged(?= that| to)|alleged|accus(?:es?|ed)|suspects?|suspected',
    },
    { mode: 'alleges', form: 'participle', words: 'alleging|accusing' },
    {
      mode: 'alleges',
      form: 'none',
      words:
        'allegedly|supposedly|is alleged to|are alleged to|is accused of|are accused of|was accused of|were accused of|is suspected of',
    },
    { mode: 'alleges', form: 'by', words: 'alleged by|accused by' },
    {
      mode: 'claims',
      form: 'verb',
      words:
        'claims?(?! (?:of|about|by))|claimed(?! by)|asserts?|asserted|insists?|insisted|maintains that|maintained that|boasts?|boasted|purports?|contends?|contended',
    },
    { mode: 'claims', form: 'participle', words: 'claiming|asserting|insisting' },
    { mode: 'claims', form: 'by', words: 'claimed by' },
    {
      mode: 'confirms',
      form: 'by',
      words: '(?:(?:was|were|been|is|are|later|since) )*(?:confirmed|verified|acknowledged|corroborated) by',
    },
    {
      mode: 'confirms',
      form: 'verb',
      words:
        'confirms?|confirmed|verif(?:y|ies|ied)|acknowledges?|acknowledged|admits?|admitted|concedes?|conceded|corroborates?|corroborated',
    },
    { mode: 'confirms', form: 'participle', words: 'confirming|acknowledging|admitting' },
    { mode: 'denies', form: 'by', words: '(?:denied|rejected|refuted|disputed|dismissed) by' },
    {
      mode: 'denies',
      form: 'verb',
      words:
        'den(?:y|ies|ied)|rejects?(?= claims| allegations| reports| the| that)|rejected(?= claims| allegations| reports| the| that)|refutes?|refuted|disputes?|disputed|dismisses|dismissed',
    },
    { mode: 'denies', form: 'participle', words: 'denying|rejecting|disputing' },
    {
      mode: 'reports',
      form: 'verb',
      words:
        'reported|reports(?= (?:that|the|a|an|\\d))|reports?(?= (?:indicate|suggest|say|claim|emerge))|indicates?(?= that| a| the)|indicated that',
    },
    {
      mode: 'reports',
      form: 'by',
      words: '(?:as )?reported by|according to (?:unconfirmed |media |local |several )*reports',
    },
    { mode: 'reports', form: 'participle', words: 'reporting' },
    {
      mode: 'reports',
      form: 'none',
      words:
        'reportedly|(?:is|are|was|were) (?:reported|said|believed|thought|rumou?red|understood) to|it is (?:reported|said|believed|thought) that|rumou?redly|unconfirmed reports|reports have emerged',
    },
    {
      mode: 'plans',
      form: 'verb',
      words:
        'vows? to|vowed to|pledges? to|pledged to|promis(?:es|ed) to|threatens? to|threatened to|announced plans',
    },
    {
      mode: 'plans',
      form: 'none',
      words:
        '(?:is|are|was|were) (?:widely )?(?:expected|due|set|scheduled|planned|slated|likely|about) to|plans? to|planned to|planning to|intends? to|intended to|hopes? to|aims? to|(?:is|are) going to|will(?= (?:not |also |then )?\\p{Ll})',
    },
    {
      mode: 'states',
      form: 'by',
      words:
        'according to|as (?:conveyed|stated|described|announced|told) by|in the words of|(?:announced|stated|published) by',
    },
    {
      mode: 'states',
      form: 'verb',
      words:
        'says?|said|state(?:s|d)(?= that)|stated|tells|told|announces?|announced|declares?|declared|notes that|noted|adds? that|added|explains?|explained|emphasi[sz](?:es?|ed)|stress(?:es|ed)|condemn(?:s|ed)?|call(?:s|ed) (?:for|on)|warn(?:s|ed)|urge[sd]?|suggest(?:s|ed)?(?= that)|argue[sd]?|believes?(?= that)|estimate[sd]?|writes|wrote|describe[sd]?|express(?:es|ed)|revealed|recalled|testified|commented|replied',
    },
    {
      mode: 'states',
      form: 'participle',
      words:
        'saying|stating|noting|adding|telling|announcing|declaring|stressing|emphasi[sz]ing|warning|urging|arguing|calling (?:for|on|it)',
    },
  ],
  unless:
    "if|unless|once|until|not|n[’']t|never|neither|nor|cannot|yet to|without|refused to|declined to|unable to|the|its|his|her|their|these|those|such|false|a|an|any|no",
  between:
    'has|have|had|is|are|was|were|be|been|also|later|now|then|who|again|already|even|first|since|previously|\\p{L}+ly|on \\p{Lu}\\p{L}+|this week|last week|today|yesterday|to',
  openings:
    'while|although|though|even though|but|and|however|meanwhile|earlier|later|yesterday|today|then|also|still|so|yet|with|as|that|when|after|before|because|if|who|most notably|in addition|(?:on|in|by|after|since|during) [^,]{2,40}?,',
  breaks: 'but|though|although|while|whereas|yet|even though|however',
  subordinate: 'while|although|though|even though|if|as|when|whereas|despite',
  endsSpeaker:
    'that|who|which|has|have|had|is|are|was|were|will|on|in a|to|when|after|before|while|but|late|early|and (?=\\p{Ll}+(?:ed|s) )|yesterday|today|this|last',
  pronouns: 'he|she|they|it',
  both: 'both (?:sides|countries|parties|governments|states)|the two (?:sides|countries|parties)|each side',
  locative: 'in|near|from|at|inside|across|around|outside',
  generic:
    'officials?|sources?|reports?|experts?|analysts?|witness(?:es)?|residents?|locals?|police|authorities|media|doctors?|medics?|rescuers?|observers?|activists?|reporters?|journalists?|critics?|people|survivors?|investigators?|prosecutors?|agencies|services|forces|troops|spokes(?:person|man|woman|people)|ministers?|government|ministry|army|military|aides?|diplomats?|volunteers?|monitors?|many|some|others|most|documents?|records?|images|footage|leaders',
  titles:
    'president|prime minister|chancellor|foreign minister|defen[cs]e minister|minister|general|colonel|governor|mayor|senator|secretary|ambassador|king|queen|pope|mr|mrs|ms|dr|sir|spokes(?:man|woman|person)|former|acting|deputy|us|uk|the|\\p{Lu}\\p{L}+(?:ian|an|ish|ese|ch|i)',
  capitalNouns: false,
  fates: [
    ['injur(?:ed|ies|ing)|wound(?:ed|s|ing)|hurt', 'injured'],
    ['kill(?:ed|ing|s)|dead|deaths?|died|fatalities|lost their lives', 'killed'],
    ['missing', 'missing'],
    ['detain(?:ed|ing|s)|arrest(?:ed|s|ing)', 'detained'],
    ['displaced|evacuated', 'displaced'],
    ['captured|taken prisoner', 'captured'],
  ],
  endsCounted:
    'in|on|at|near|of|with|were|was|are|is|have|has|had|from|to|by|for|into|over|under|during|after|before|since|against|that|which|who|while|as|across|around|overnight|per',
  people:
    'people|persons?|civilians?|children|men|women|soldiers?|residents?|others?|employees|workers|policemen|officers|of them',
};

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
        'says?|said|state(?:s|d)(?= that)|stated|tells|told|announces?|announced|declares?|declared|notes that|noted|adds? that|added|explains?|explained|emphasi[sz](?:es?|ed)|stress(?:es|ed)|warn(?:s|ed)(?= that)|suggest(?:s|ed)?(?= that)|argue[sd]?|believes?(?= that)|estimate[sd]?|writes|wrote|describe[sd]?|revealed|recalled|testified|commented|replied',
    },
    {
      mode: 'states',
      form: 'participle',
      words:
        'saying|stating|noting|adding|telling|announcing|declaring|stressing|emphasi[sz]ing|warning(?= that)|arguing|calling it',
    },
    {
      mode: 'states',
      form: 'verb',
      isStance: true,
      words:
        'condemn(?:s|ed)?|call(?:s|ed) (?:for|on)|warn(?:s|ed)?(?! that)|urge[sd]?|express(?:es|ed)|welcom(?:es|ed)|prais(?:es|ed)|critici[sz](?:es|ed)|denounc(?:es|ed)|deplor(?:es|ed)|mourn(?:s|ed)|lament(?:s|ed)|demand(?:s|ed)|appeal(?:s|ed) (?:for|to)|thank(?:s|ed)|hail(?:s|ed)|regret(?:s|ted)(?! that)',
    },
    {
      mode: 'states',
      form: 'participle',
      isStance: true,
      words:
        'condemning|expressing|welcoming|warning(?! that)|urging|calling (?:for|on)|praising|critici[sz]ing|denouncing|demanding|thanking',
    },
  ],
  roles: [
    {
      role: 'mediator',
      before: '(?:mediated|brokered|facilitated) by|mediation (?:by|of|from)|under the auspices of',
      after: 'mediat(?:es|ed|ing)|broker(?:s|ed|ing)|facilitat(?:es|ed)|act(?:s|ed) as (?:a )?mediator',
    },
    {
      role: 'victim',
      before:
        'kill(?:s|ed|ing)|murder(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|tortur(?:es|ed|ing)|abduct(?:s|ed|ing)|kidnap(?:s|ped|ping)|assassinat(?:es|ed|ing)|(?:killing|murder|death|abduction|torture|assassination) of',
      after:
        '(?:(?:was|were|been|being|is|are|also|later|\\p{L}+ly) )+(?:killed|murdered|injured|wounded|tortured|abducted|kidnapped|assassinated|poisoned|raped)|died|dies',
    },
    {
      role: 'initiator',
      before:
        '(?:\\p{L}+ed|hit|struck|shot|carried out|launched) by(?<!(?:confirmed|reported|alleged|claimed|conveyed|stated|announced|published|described|denied|told|said) by)',
    },
    {
      role: 'target',
      after:
        '(?:(?:was|were|been|being|is|are|also|later|\\p{L}+ly) )+(?:attacked|struck|hit|shelled|bombed|targeted|arrested|detained|sanctioned|accused|invaded|captured)',
    },
    {
      role: 'speaker',
      before: '(?:conveyed|stated|announced|said|told|denied) by|(?<=[,”"»“] )(?:said|says|added|replied)',
      after:
        'says?|said|tells|told|state[sd]|announce[sd]?|declare[sd]?|add(?:s|ed)|explain(?:s|ed)|emphasi[sz]e[sd]|stress(?:es|ed)|argue[sd]|testified|replied|condemn(?:s|ed)?|call(?:s|ed) (?:for|on)|warn(?:s|ed)?(?! that)|urge[sd]?|express(?:es|ed)|welcom(?:es|ed)|prais(?:es|ed)|critici[sz](?:es|ed)|denounc(?:es|ed)|deplor(?:es|ed)|mourn(?:s|ed)|lament(?:s|ed)|demand(?:s|ed)|appeal(?:s|ed) (?:for|to)|thank(?:s|ed)|hail(?:s|ed)|regret(?:s|ted)(?! that)',
    },
    {
      role: 'addressee',
      before:
        'told|tells|telling|urge[sd]|urging|address(?:es|ed|ing)|inform(?:s|ed|ing)|brief(?:s|ed|ing)|warn(?:s|ed|ing)|thank(?:s|ed|ing)|ask(?:s|ed|ing)|call(?:s|ed|ing) on|(?:spoke|speaks?|speaking|spoken|talk(?:s|ed|ing)?|conversations?|discussions?|calls?) (?:with|to)|(?:appeal(?:s|ed|ing)?|wr(?:ote|ites|iting)|letters?|messages?|complain(?:s|ed)) (?:directly )?to',
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

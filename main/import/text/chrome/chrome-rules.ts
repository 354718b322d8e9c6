/**
 * The lines that sites put around and between the words of an article, in English, Ukrainian, Russian, German and French.
 * Every pattern must match a whole line: a sentence that mentions a cookie or a photograph is evidence.
 */

export interface ChromeRule {
  /** Shown to the user beside the greyed words. */
  readonly reason: string;
  /** In UTF-16 units; a longer line is never chrome of this kind. */
  readonly longest: number;
  /** Matched on the line in lower case, unless `isCased`. */
  readonly patterns: readonly RegExp[];
  readonly isCased?: true;
  /** `edge`: only among the first and last lines, because in the middle the same words may be the article's. */
  readonly where: 'anywhere' | 'edge';
}

/**
 * One pattern of alternatives in lower case that must match a whole line, but for marks around it. The flag `i` together
 * with `u` would do as well, but takes older engines a hundred times longer to compile: a second for all that is here.
 */
function line(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^[\\s•·»«›‹←→<>|*–—-]*(?:${alternatives.join('|')})[\\s•·»«›‹←→<>|*…:.!–—-]*$`, 'u');
}

const agency =
  '(?:AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|AFP/Getty Images|Shutterstock|Alamy|Bloomberg|Unsplash|Pexels|Pixabay|TASS|ТАСС|РИА Новости|УНІАН|УНИАН|UNIAN|Укрінформ|Ukrinform|dpa|picture[ -]alliance|IMAGO|Anadolu(?: Agency)?|NurPhoto|Zuma(?: Press)?|PA(?: Media| Wire)?|Xinhua|Sipa(?: USA| Press)?|Flickr|Wikimedia(?: Commons)?|iStock|Adobe Stock|Depositphotos|Maxar(?: Technologies)?|Rex(?: Features)?|Keystone|ANP|TT|Ritzau(?: Scanpix)?)';
const photoLabel =
  '(?:file |archive |stock )?(?:photograph(?:er|y|s)?|photos?|images?|pictures?|pic)(?: (?:credits?|source|by))?|(?:photo |image |picture )?credits?|фото(?:графія|графия|граф)?|світлина|автор фото|джерело фото|источник фото|иллюстрация|ілюстрація|(?:symbol|archiv)?(?:foto|bild)(?:quelle|nachweis|graf)?|crédits?(?: photos?)?|photographies?';

/** Names, not a sentence: a caption that describes the picture is evidence. */
const creditedNames = `(?:(?:${agency}|[\\p{Lu}\\p{N}@©(][^\\s,/|;]*|of|for|via|by|from|the|and|von|van|der|für|de|du|la|le|pour|et|та|і|и|для)[\\s,/|;–-]*){1,9}`;

/** Case matters here: names are written with capitals. */
const credits: readonly RegExp[] = [
  new RegExp(
    `^\\(?(?:${withCapitals(photoLabel)}|${photoLabel.toUpperCase()})\\s*(?:[:©]|\\b(?:by|BY)\\b|\\bcourtesy(?: of)?\\b)\\s*${creditedNames}\\)?$`,
    'u',
  ),
  new RegExp(
    `^[\\[(]?\\p{Lu}[\\p{L}\\s.'’-]{1,50}\\s?[/|]\\s?(?:[\\p{L} ]{2,30}[/|]\\s?)?${agency}[\\])]?$`,
    'u',
  ),
  new RegExp(
    `^[\\[(]?(?:©|\\([cC]\\))?\\s*${agency}(?:\\s?[/|–-]\\s?[\\p{L}\\s.'’-]{2,50}| via ${agency})?[\\])]?$`,
    'u',
  ),
  new RegExp(`^\\p{Lu}[\\p{L}\\s.'’-]{1,50} (?:via|for) ${agency}$`, 'u'),
  /^Image (?:source|caption)(?:,.{0,60})?$/u,
];

/** The label as it is, with a capital at its start, or all in capitals. */
function withCapitals(alternatives: string): string {
  return alternatives.replace(
    /(?<![\p{L}\]])(\p{Ll})(?=\p{Ll})/gu,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
}

const shareTarget =
  '(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|viber|messenger|vk|вконтакте|одноклассники|xing|instagram|threads|bluesky|mastodon|e-?mail|mail|print|copy link|link|teilen|drucken|imprimer|partager|друк(?:увати)?|печать|flipboard|pocket|sms|more)';

export const chromeRules: readonly ChromeRule[] = [
  { reason: 'Photo credit', longest: 120, where: 'anywhere', patterns: credits, isCased: true },
  {
    reason: 'Comment form',
    longest: 220,
    where: 'anywhere',
    patterns: [
      line(
        '(?:post|leave|add|write|submit) (?:a|your) (?:comment|reply)',
        '(?:\\d{1,6}|no|show|view|read|join the|all) (?:comments?|responses|conversation)(?: \\(?\\d*\\)?| off)?',
        'comments? \\(\\d{1,6}\\)',
        '(?:log|sign) in (?:or (?:register|sign up|create an account) )?to (?:post (?:a )?)?comments?',
        'your email address will not be published.{0,80}',
        'save my name, email.{0,120}',
        'be the first to comment',
        "(?:please )?(?:do not|don[’']t) (?:enter|post|add|put|leave)(?: any)? spam.{0,80}",
        '(?:залишити|додати|написати) (?:свій )?коментар',
        'коментар(?:і|ів|ії)?(?: \\(?\\d+\\)?)?',
        '(?:оставить|добавить|написать) (?:свой )?комментарий',
        'комментари(?:и|ев|й)(?: \\(?\\d+\\)?)?',
        '(?:einen )?kommentar (?:schreiben|hinterlassen|verfassen|abgeben)',
        '(?:\\d+ )?kommentare',
        '(?:laisser|ajouter|poster|écrire) un commentaire',
        'votre adresse e-?mail ne sera pas publiée.{0,80}',
        '(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht.{0,80}',
      ),
    ],
  },
  {
    reason: 'Navigation',
    longest: 100,
    where: 'anywhere',
    patterns: [
      line(
        '(?:previous|next|older|newer) (?:post|article|story|page|entry)s?(?:[\\s»«›‹←→|·•]+(?:previous|next|older|newer) (?:post|article|story|page|entry)s?)?',
        '(?:prev(?:ious)?|next|back)[\\s»«›‹←→|·•]+(?:next|prev(?:ious)?|home)',
        '(?:back|return|scroll|go) to (?:the )?(?:top|home(?:page)?|main page)',
        '(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer)',
        'попередн[яій]{1,2} (?:стаття|запис|новина|публікація)|наступн[аий]{1,2} (?:стаття|запис|новина|публікація)',
        'предыдущ(?:ая|ий) (?:статья|запись|новость)|следующ(?:ая|ий) (?:статья|запись|новость)',
        '(?:повернутися|вернуться) (?:на головну|на главную|нагору|наверх)|нагору|наверх',
        '(?:vorheriger|nächster|voriger) (?:artikel|beitrag)|nach oben|zum seitenanfang|zurück zur startseite|zum inhalt springen',
        "article (?:précédent|suivant)|retour (?:en haut|à l[’']accueil)|haut de page|aller au contenu",
      ),
    ],
  },
  {
    reason: 'Sharing',
    longest: 160,
    where: 'anywhere',
    patterns: [
      line(
        '(?:share|tweet|pin|e-?mail|print|save|bookmark|like)(?: this| it)?(?: (?:article|story|post|page|video|link))?',
        `(?:share|tweet|send) (?:this (?:article |story |post |page )?)?(?:on|via|by|with) ${shareTarget}(?:(?:,| and|\\s)+${shareTarget})*`,
        'share (?:this:?|options|full article|with friends)',
        `${shareTarget}(?:[\\s,|·•/]+${shareTarget})+`,
        'copy (?:the )?(?:link|url)(?: to clipboard)?|link copied(?: to clipboard)?',
        '(?:поділитися|поділитись|розповісти друзям)(?: (?:в|у|на|через) [\\p{L}\\s,]{2,60})?',
        '(?:поделиться|поделитесь|рассказать друзьям)(?: (?:в|во|на|через) [\\p{L}\\s,]{2,60})?',
        '(?:artikel )?(?:teilen|drucken|merken)(?: auf [\\p{L}\\s,]{2,60})?',
        "partager(?: (?:sur|cet article|l[’']article)[\\p{L}\\s,]{0,60})?",
      ),
    ],
  },
  {
    reason: 'Advertisement',
    longest: 120,
    where: 'anywhere',
    patterns: [
      line(
        'advertisements?|advertising|sponsored(?: content| post| links?)?|promoted(?: content)?|paid (?:content|partnership)',
        '(?:advertisement\\W+)?(?:article|story|text) continues (?:below|after)(?: (?:this )?(?:advertisement|ad|promotion))?',
        'advertisement\\W+scroll to continue(?: reading)?|skip advertisement|remove ads|report this ad|continue reading below',
        'реклама|рекламне оголошення|на правах реклами|на правах рекламы|продовження після реклами|продолжение после рекламы',
        'anzeige|werbung|publicité|la suite après (?:la|cette) publicité',
      ),
    ],
  },
  {
    reason: 'Cookie notice',
    longest: 500,
    where: 'anywhere',
    patterns: [
      /^(?:we(?: and our (?:\d+ )?partners)?|this (?:web)?site|our (?:web)?site) (?:may )?uses? cookies\b.*$/u,
      line(
        '(?:accept|allow|reject|manage|decline)(?: all)?(?: optional)? cookies?',
        'cookie (?:policy|settings|preferences|notice|consent)',
        'by (?:continuing|clicking|using|browsing).{0,120}cookies.{0,160}',
      ),
      /^(?:(?:ми|цей (?:веб)?сайт|наш (?:веб)?сайт|мы|этот (?:веб-?)?сайт|наш (?:веб-?)?сайт) використову\p{L}+|(?:мы|этот (?:веб-?)?сайт|наш (?:веб-?)?сайт) использу\p{L}+) (?:файли |файлы )?(?:cookies?|кукі|куки).*$/u,
      /^(?:wir verwenden|diese (?:web)?seite (?:verwendet|nutzt)|wir nutzen) cookies.*$/u,
      /^(?:nous utilisons|ce site utilise) des cookies.*$/u,
    ],
  },
  {
    reason: 'Newsletter or subscription',
    longest: 240,
    where: 'anywhere',
    patterns: [
      line(
        '(?:sign up|subscribe|register)(?: (?:now|here|today|for free))?(?: (?:to|for) (?:our|the|my|this)? ?(?:\\p{L}+ ){0,5}(?:newsletters?|mailing list|updates|channel|podcast|alerts|emails?|briefing))?(?: .{0,80})?(?<=newsletters?|list|updates|channel|podcast|alerts|emails?|briefing|subscribe|sign up|now|here|today|inbox)',
        '(?:get|receive) (?:the |our |all )?(?:latest|best|daily|weekly|top|breaking) .{0,100}(?:in|to) your inbox.{0,60}',
        '(?:enter )?(?:your )?e-?mail address',
        '(?:follow|like|join|find) us on .{2,80}',
        'already (?:a subscriber|have an account)\\?.{0,40}|subscribers? only|this article is for subscribers.{0,60}',
        '(?:підписуйтесь|підписуйтеся|підпишіться|підписатися|підписатись|читайте нас|стежте за нами|долучайтеся)(?: .{0,120})?',
        '(?:подписывайтесь|подпишитесь|подписаться|читайте нас|следите за нами|присоединяйтесь)(?: .{0,120})?',
        '(?:newsletter|unseren newsletter) (?:abonnieren|bestellen)|jetzt abonnieren|zum newsletter anmelden',
        "(?:inscrivez-vous|abonnez-vous)(?: .{0,100})?|s[’']abonner",
      ),
    ],
  },
  {
    reason: 'Link to another article',
    longest: 220,
    where: 'anywhere',
    patterns: [
      /^(?:read (?:more|also|next)|see also|also read|more on this(?: story)?|related|recommended|watch|don[’']t miss)\s*[:|»>–—]\s*\S.{3,200}$/u,
      line(
        'read (?:more|full story|the full story|the rest)|continue reading|show more|load more|learn more|full story',
      ),
      /^(?:читайте також|дивіться також|також читайте|читайте ще|читайте также|смотрите также|также читайте|по теме|до теми)\s*[:|»>–—]\s*\S.{3,200}$/u,
      /^(?:lesen sie auch|lesen sie mehr|mehr zum thema|lire aussi|à lire aussi|voir aussi)\s*[:|»>–—]\s*\S.{3,200}$/u,
    ],
  },
  {
    reason: 'Reading aids',
    longest: 60,
    where: 'anywhere',
    patterns: [
      line(
        '(?:estimated )?(?:reading time:?\\s*)?\\d{1,3}[ -]?min(?:ute)?s?\\.?(?: read)?',
        'listen to (?:this )?(?:article|story)(?:\\s*[·•|]?\\s*\\d+(?::\\d+)?(?: min(?:utes)?)?)?',
        '(?:increase|decrease|change|reset) (?:text|font) size|(?:text|font) size',
        'час (?:читання|на читання):?\\s*\\d+ хв.*|время чтения:?\\s*\\d+ мин.*|lesezeit:?\\s*\\d+ min.*|temps de lecture\\s*:?\\s*\\d+ min.*',
      ),
    ],
  },
  {
    reason: 'Copyright notice',
    longest: 260,
    where: 'edge',
    patterns: [
      /^(?:copyright\b|©|\(c\)\s).{0,240}$/u,
      line(
        '.{0,160}all rights reserved.{0,60}',
        '(?:.{0,80}\\W)?(?:всі права захищено|усі права захищені|все права защищены|alle rechte vorbehalten|tous droits réservés).{0,60}',
        '(?:powered by|theme by|designed by|proudly powered by) .{2,60}',
      ),
    ],
  },
  {
    reason: 'Navigation',
    longest: 120,
    where: 'edge',
    patterns: [
      line(
        '(?:main )?menu|search|home|log in|sign in|register|my account|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|imprint',
        '(?:(?:home|contact|about|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: policy)?|advertise|sitemap|help|careers|faq)[\\s|·•/,]+){2,}(?:\\p{L}+\\s?){1,3}',
        'головна|меню|пошук|увійти|контакти|про нас|главная|поиск|войти|контакты|о нас|startseite|suche|anmelden|impressum|datenschutz|kontakt|accueil|rechercher|connexion|mentions légales',
        'tags?\\s*:.{2,100}|labels?\\s*:.{2,100}|filed under\\s*:.{2,100}|теги\\s*:.{2,100}|категорі[яї]\\s*:.{2,80}|schlagwörter\\s*:.{2,100}',
      ),
    ],
  },
];

/** Headings after which a list of other articles follows; matched in lower case. */
export const relatedHeadings: RegExp = line(
  'related(?: (?:articles?|stories|posts?|news|topics?|content|coverage|links|reading))?',
  '(?:more|most) (?:on this(?: story)?|from .{2,40}|read|popular|viewed|shared|stories|news)',
  "(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories| reading| articles)?|read (?:also|next)|trending(?: now)?|popular (?:posts|articles|stories|now)|latest (?:news|stories|posts)|editors?[’']?s? picks?|top stories|don[’']t miss|in other news|what to read next)",
  '(?:читайте також|схожі (?:новини|статті|матеріали)|новини за темою|за темою|інші новини|популярн[еіа]{1,2}(?: новини)?|останні новини|вас також може зацікавити|рекомендуємо)',
  '(?:читайте также|похожие (?:новости|статьи|материалы)|новости по теме|по теме|другие новости|популярное|последние новости|вам может быть интересно|рекомендуем)',
  '(?:mehr zum thema|lesen sie auch|das könnte sie auch interessieren|weitere artikel|ähnliche artikel|meistgelesen|meist gelesen|empfohlene artikel)',
  '(?:à lire aussi|lire aussi|sur le même sujet|articles similaires|les plus lus|à découvrir|vous aimerez aussi|dernières actualités)',
);

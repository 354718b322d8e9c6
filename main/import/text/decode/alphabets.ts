/**
 * The letters beyond a to z that the languages of the guessed encodings write, the commonest first. Two readings of the
 * same bytes differ in exactly these: the right one uses letters of its own language, and the common ones most.
 */

/** By ISO 639-1 code as tinyld gives it; lower case. Order: published letter frequencies of each language, roughly. */
const letters: Readonly<Record<string, string>> = {
  ar: 'اليمونرتبةعدسفهحقكأجشصىخإطثذضزءئغآظؤپچژگًٌٍَُِّْـ؟،؛',
  be: 'анірыслотвеякмдзупўбгцйчёжшхюэьф',
  bg: 'аиоетнрсвлкдпмзъгбучяйжцхщшфюьѝ',
  cs: 'íáéěřýčžšůúťňďóüö',
  da: 'øåæéöäüá',
  de: 'üäöß„éèàêôç',
  el: 'αοιτενσρπηςκμυλίάδόέγωήχύώθφβξζψϊΐϋΰ',
  en: 'éèïçñöôêâü',
  eo: 'ĝŭĉŝĵĥ',
  es: 'óíáéúñü',
  et: 'äõüöšž',
  fi: 'äöåšž',
  fr: 'éàèêçôîâùûœïëæüÿ',
  ga: 'áíéóú',
  he: 'יוהלאתרמבשנעדחםקפגצןזטכסךץףְִַָֹּׁוֵֶֻׂ',
  hr: 'čćšžđ',
  hu: 'áéöóőíüúű',
  is: 'áðíéþöúóýæ',
  it: 'èàùòìéóíú',
  kk: 'аенытілрдсқобймкузшғгіиәпүұөңжчхвяюьэфцщъёһ',
  lt: 'ėšųžįčąūę',
  lv: 'āīēšūžņļķģč',
  mk: 'аоиетнрсвдклпмујзгбчцшжќѓѕљњфхџ',
  mt: 'ħżġċàèìòù',
  nl: 'éëïöüèêáóúç',
  no: 'åøæéóêèòôäö',
  pl: 'łąężóśćńźé',
  pt: 'ãçéáíóêõúâàôü',
  ro: 'ăîâșțşţ',
  ru: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  sk: 'áíéčžýúšľťôďóňäŕĺ',
  sl: 'čšž',
  sr: 'аиоенртсјукдвлпмзгбшчжцњћхљђфџšćčžđ',
  sv: 'äåöéüàæø',
  th: 'านรกอเงมยลวดทสตะปบคหแจพชขใไโ่้็์ัิีืุูำผถซณศฐธญฟษภฝฉฏฎฌฬฮฒฑฆๆฯฤ๊๋ึ',
  tr: 'ıışüçöğiîâû',
  uk: 'оанивіертлкдсумпязьбгчйхїжцшюєщґф',
  vi: 'àáđôốưộạảếìệớấãờêợóởựíữứúâậềủạồầòơựặăụùừĩéọỉẫễổắểũỏộịằõèýẹẻẽẳẵẩỗỡửẵẽỳỷỹỵ',
};

/** What a letter is worth when it is the commonest and the rarest of its language. */
const most = 1.3;
const least = 0.4;

const weights = new Map(
  Object.entries(letters).map(([language, all]) => [language, weightsOf(Array.from(all))]),
);

function weightsOf(all: readonly string[]): ReadonlyMap<string, number> {
  const falling = all.map((letter, rank): [string, number] => [
    letter,
    most - ((most - least) * rank) / all.length,
  ]);
  return new Map(falling.reverse());
}

/** From 0.4 to 1.3 for a letter of the language, the commoner the higher; null when it has no such letter. */
export function letterWeight(language: string, letter: string): number | null {
  const alphabet = weights.get(language);
  return alphabet?.get(letter.toLowerCase()) ?? null;
}

/** Whether the alphabet of this language is known here. */
export function knowsAlphabet(language: string): boolean {
  return weights.has(language);
}

/**
 * The stem of a Ukrainian word whose letters are folded (ї is і, й is и): endings are taken off by the longest that
 * fits, as light stemmers do. Written for folded words; the stemmers that were looked at need ї and й.
 */

/** Endings of nouns, adjectives, numerals and verbs, folded. */
const endings = [
  'ами ями ах ях ам ям ом ем ою ею ові еві єві у ю а я о е є и і ь',
  'іи ии іі єю іє ія ію іям іями іях іев їв ів ев еи єм',
  'ого ього ому ьому им ім их іх ими іми ої оі ьоі ою ьою ий а я у ю е є',
  'еш иш єш іш є ить іть ете ите єте іте уть ють ать ять ємо имо емо ім',
  'ав ала ало али яв яла яло яли ив ила ило или ів іла іло іли ув ула уло ули',
  'ання яння ення іння анням еннями енням аннями анню енню яння анні енні ань ень інь',
  'ість ости істю остями ості остеи остям остях ісь',
];
const folded = new Set(
  endings.flatMap((list) => list.split(' ').map((ending) => ending.replace(/ї/g, 'і').replace(/й/g, 'и'))),
);
const longest = Math.max(...Array.from(folded, (ending) => ending.length));

/** The least that is left of a word. */
const shortest = 3;

/** Takes the longest ending off that leaves enough. */
function withoutEnding(word: string): string {
  for (let length = Math.min(longest, word.length - shortest); length > 0; length--)
    if (folded.has(word.slice(-length))) return word.slice(0, -length);
  return word;
}

/** Of infinitives only these: `солдати`, `кредити` are nouns, and nouns are what is looked for. */
const infinitive = /(?<=[ую]в)ати$/;

/** The stem of a folded Ukrainian word. */
export function ukrainianStem(word: string): string {
  const withoutSelf = word.length > shortest + 2 ? word.replace(/(?:ся|сь)$/, '') : word;
  if (infinitive.test(withoutSelf)) return withoutSelf.replace(infinitive, '');
  return withoutEnding(withoutSelf).replace(/нн$/, 'н').replace(/ь$/, '');
}

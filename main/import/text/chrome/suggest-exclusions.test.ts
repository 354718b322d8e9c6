import { describe, expect, it } from 'vitest';
import { suggestExclusions } from './suggest-exclusions';

const paragraph =
  'The mayor said that two bridges were closed, and that repairs would take a month or longer than that, as in the year before. ';

/** The lines that are suggested out of an article with these lines in its middle. */
function suggested(...lines: readonly string[]): string[] {
  const filler = Array.from({ length: 14 }, (_, at) => `${paragraph}${at}.`);
  const text = [...filler, ...lines, ...filler].join('\n');
  const points = Array.from(text);
  return suggestExclusions(text).map(({ start, end }) => points.slice(start, end).join(''));
}

const chrome: Readonly<Record<string, readonly string[]>> = {
  'Photo credit': [
    'Photograph: Ann Lee/AP',
    'Photo: Ann Lee',
    'PHOTO BY ANN LEE',
    'Photo credit: Bo Ek / Reuters',
    'Photo by Ann Lee/Getty Images',
    'Ann Lee/AFP/Getty Images',
    '(AP Photo/Ann Lee)',
    'Getty Images',
    'Image source, Getty Images',
    'Фото: Ірина Коваль',
    'Фото: РИА Новости',
    'Foto: Ann Lee/dpa',
    'Bild: picture alliance',
    'Crédit photo : Ann Lee',
    '© AFP',
  ],
  'Comment form': [
    'Post a Comment',
    'Leave a Reply',
    '12 Comments',
    'No comments',
    'Log in to post comments',
    'Your email address will not be published. Required fields are marked *',
    'Please do not enter any spam link in the comment box.',
    'Залишити коментар',
    'Оставить комментарий',
    'Kommentar schreiben',
    'Laisser un commentaire',
  ],
  Navigation: [
    'Previous Post Next Post',
    '← Older Posts',
    'Next article »',
    'Back to top',
    'Skip to content',
    'Попередня стаття',
    'Следующая новость',
    'Nächster Beitrag',
    'Article précédent',
  ],
  Sharing: [
    'Share this article',
    'Share',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    'Copy link',
    'Поділитися',
    'Поделиться в Telegram',
    'Teilen',
    'Partager sur Facebook',
  ],
  Advertisement: [
    'Advertisement',
    'ADVERTISEMENT',
    'Story continues below advertisement',
    'Реклама',
    'Anzeige',
    'Publicité',
  ],
  'Cookie notice': [
    'We use cookies to improve your experience on our site.',
    'This website uses cookies. By continuing you agree.',
    'Accept all cookies',
    'Цей сайт використовує файли cookie для аналітики.',
    'Wir verwenden Cookies, um Inhalte zu personalisieren.',
  ],
  'Newsletter or subscription': [
    'Sign up for our newsletter',
    'Subscribe to our newsletter',
    'Get the latest news delivered to your inbox.',
    'Follow us on Telegram',
    'Підписуйтесь на наш Telegram-канал',
    'Подписывайтесь на наш канал',
    'Newsletter abonnieren',
    'Abonnez-vous à notre lettre',
  ],
  'Link to another article': [
    'Read more: Bridges of the city are getting older',
    'Читайте також: Мости міста старіють',
    'Читайте также: Мосты города стареют',
    'Lesen Sie auch: Die Brücken werden älter',
    'Continue reading',
  ],
  'Reading aids': ['5 min read', 'Listen to this article', 'Время чтения: 4 минуты'],
};

/** Sentences and lines of articles that a careless rule would take. */
const evidence: readonly string[] = [
  'Photographs of the bridge show that the northern pier had collapsed before the flood.',
  'The photo by Ann Lee was taken on Tuesday and shows the second bridge.',
  'Photo: The burnt bridge near the river as seen from the north',
  'Image: the ministry said that it was a fake. It gave no reason.',
  'Reuters reported the closure first.',
  'Getty Images said on Monday that it would appeal.',
  'The site uses cookies that the regulator has forbidden, the court found.',
  'The company said we use cookies only after consent.',
  'Share prices fell by a third.',
  'Comments by the minister were not recorded.',
  'He asked her to leave a comment on the record.',
  'Advertisement revenue fell by a tenth last year.',
  'Next article of the treaty concerns prisoners of war.',
  'Previous posts in the army had taught him patience.',
  'Реклама російських товарів заборонена з березня.',
  'Subscribe, the general said, or go home.',
  'Mail and print are dying, he said.',
  'Kommentare des Ministers gab es keine, sagte die Sprecherin.',
  'Ukraine',
  'The Reading Room',
  '“We will not be silenced,” she said.',
];

describe('suggestExclusions', () => {
  it.each(Object.entries(chrome))('finds lines of the kind: %s', (reason, lines) => {
    for (const line of lines) {
      expect(suggested(line), line).toEqual([line]);
      expect(suggestExclusions(`${paragraph}\n${line}\n${paragraph}`)[0]?.reason, line).toBe(reason);
    }
  });

  it.each(evidence)('leaves evidence alone: %s', (line) => {
    expect(suggested(line)).toEqual([]);
  });

  it('finds a list of other articles after its heading, and where it ends', () => {
    const titles = [
      'Bridges of the city are getting older',
      'What the council spent',
      'A flood nobody expected',
    ];
    expect(suggested('Related articles', ...titles)).toEqual([['Related articles', ...titles].join('\n')]);
    expect(suggested('Читайте також', ...titles)).toHaveLength(1);
    expect(suggested('More from the ministry', paragraph)).toEqual([]);
  });

  it('looks for menus and copyright only at the ends', () => {
    const last = '© 2025 The Daily. All rights reserved.';
    expect(suggestExclusions(`${`${paragraph}\n`.repeat(30)}${last}`)).toMatchObject([
      { reason: 'Copyright notice' },
    ]);
    expect(suggested('Menu')).toEqual([]);
  });

  it('counts in code points and leaves out white space around the line', () => {
    const text = `😀😀 ${paragraph}\n  Post a Comment \n${paragraph}`;
    const [found] = suggestExclusions(text);
    expect(Array.from(text).slice(found?.start, found?.end).join('')).toBe('Post a Comment');
  });

  it('suggests nothing where nearly everything would be left out', () => {
    expect(suggestExclusions('Share this article\nPost a Comment\nPrevious Post Next Post')).toEqual([]);
  });

  it('answers for long lines', () => {
    suggestExclusions(
      `${'Photo: '.repeat(200_000)}\n${' '.repeat(1_000_000)}x\n${'facebook '.repeat(60)}!\n${'- '.repeat(290)}x`,
    );
    expect(suggestExclusions('Share\n'.repeat(100_000))).toBeInstanceOf(Array);
  });
});

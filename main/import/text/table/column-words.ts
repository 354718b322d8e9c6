/** How people call the columns of a table of articles, in ten languages; compared in lower case without punctuation. */
import type { ColumnRole } from '../../../../shared/model/imported/table-mapping';

const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** The roles in the order in which they are given: a heading that fits two goes to the first that is free. */
export const columnWords: readonly (readonly [ColumnRole, readonly string[]])[] = [
  [
    'url',
    words(
      'url, uri, link, web address, address, source url, permalink, article url, hyperlink, adresse, lien, enlace, dirección, indirizzo, ligação, ссылка, адрес, посилання, адреса, odnośnik, adres, bağlantı, رابط',
    ),
  ],
  [
    'title',
    words(
      'title, headline, heading, article title, name, titel, überschrift, schlagzeile, titre, título, titular, titolo, заголовок, название, назва, tytuł, nagłówek, başlık, العنوان',
    ),
  ],
  [
    'authors',
    words(
      'author, authors, by, byline, writer, creator, journalist, reporter, autor, autoren, verfasser, autorin, auteur, auteurs, autores, autore, autori, автор, авторы, автори, autorzy, yazar, المؤلف',
    ),
  ],
  [
    'published',
    words(
      'date, published, publication date, date published, publish date, pub date, published at, pubdate, day, issued, datum, veröffentlicht, erscheinungsdatum, date de publication, publié, fecha, fecha de publicación, data, data di pubblicazione, data de publicação, дата, дата публикации, дата публікації, опубликовано, опубліковано, data publikacji, tarih, التاريخ',
    ),
  ],
  [
    'publisher',
    words(
      'publisher, source, publication, outlet, newspaper, journal, site, website, media, news source, source name, quelle, zeitung, verlag, medium, éditeur, journal, source média, fuente, medio, periódico, editor, fonte, giornale, jornal, veículo, источник, издание, джерело, видання, źródło, wydawca, gazeta, kaynak, المصدر',
    ),
  ],
  [
    'language',
    words('language, lang, locale, sprache, langue, idioma, lingua, язык, мова, język, dil, اللغة'),
  ],
  [
    'text',
    words(
      'text, full text, fulltext, body, content, article, article text, article body, story, transcript, raw text, maintext, html, volltext, inhalt, artikel, texte, texte intégral, contenu, corps, texto, texto completo, contenido, cuerpo, testo, contenuto, conteúdo, corpo, текст, полный текст, содержание, повний текст, зміст, tekst, treść, metin, içerik, النص',
    ),
  ],
  [
    'tags',
    words(
      'tags, tag, keywords, categories, category, topics, topic, labels, subjects, section, schlagwörter, schlagworte, kategorie, thema, mots-clés, mots clés, étiquettes, catégorie, etiquetas, palabras clave, categoría, parole chiave, categoria, palavras-chave, ключевые слова, теги, метки, категория, ключові слова, мітки, категорія, słowa kluczowe, tagi, kategoria, etiketler, anahtar kelimeler, الوسوم',
    ),
  ],
];

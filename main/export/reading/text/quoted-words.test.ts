import { expect, test } from 'vitest';
import { inQuotationMarks } from './quoted-words';

test.each([
  [['they fired'], '“they fired”'],
  [['"deliberately massive and cynical,"'], '"deliberately massive and cynical,"'],
  [['«Мы не отступим»'], '«Мы не отступим»'],
  [['„Wir weichen nicht“'], '„Wir weichen nicht“'],
  [['called for "pressure"'], '“called for "pressure"”'],
  [['"no progress" and "pressure"'], '“"no progress" and "pressure"”'],
  [['"no', 'progress"'], '"no … progress"'],
  [["don't"], "“don't”"],
])('%j stands in one pair of quotation marks', (parts, quoted) => {
  expect(inQuotationMarks(parts)).toBe(quoted);
});

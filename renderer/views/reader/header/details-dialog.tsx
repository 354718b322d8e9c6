/** All that is known about an article besides its words: changed here, saved at once as one step. */
import { type FormEvent, useId, useState } from 'react';
import type { CommandArgs } from '../../../../shared/contract';
import type { ArticleDetail } from '../../../../shared/model/article';
import { commands } from '../../../client/client';
import { EventDateField, type GivenDate } from '../../../parts/event-date-field';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { Dialog } from '../../../ui/overlays/dialog';
import { useOpenText, useReaderState } from '../reader-context';
import { type FreeField, FreeFields } from './free-fields';
import { OriginalInfo } from './original-info';
import { tellRecounted } from './tell-recounted';

interface Form {
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly published: GivenDate | null | 'unreadable';
  readonly fields: readonly FreeField[];
}

function formOf(article: ArticleDetail): Form {
  const { title, publisher, url, language, published } = article;
  return {
    title,
    publisher,
    url,
    language,
    authors: article.authors.join('; '),
    published: published && { edtf: published.edtf, words: published.words },
    fields: Object.entries(article.fields).map(([name, value], key) => ({ key, name, value })),
  };
}

function metadataOf(form: Form): CommandArgs<'updateArticle'>['set'] | null {
  const { title, publisher, url, language, published } = form;
  if (published === 'unreadable') return null;
  const authors = form.authors
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  const named = form.fields.filter(({ name }) => name.trim() !== '');
  const fields = Object.fromEntries(named.map(({ name, value }) => [name.trim(), value]));
  return { title, publisher, url, language, published, authors, fields };
}

const lines: readonly (readonly [
  keyof Pick<Form, 'title' | 'authors' | 'publisher' | 'url' | 'language'>,
  string,
  string,
])[] = [
  ['title', 'Title', ''],
  ['authors', 'Authors', 'Parted by semicolons'],
  ['publisher', 'Publisher', ''],
  ['url', 'Address (URL)', ''],
  ['language', 'Language', 'A tag such as en, uk, ar, zh-Hant'],
];

interface DetailsFormProps {
  readonly id: string;
  readonly form: Form;
  readonly onChange: (form: Form) => void;
  readonly onSubmit: () => void;
  readonly isReadOnly: boolean;
}

function DetailsForm({ id, form, onChange, onSubmit, isReadOnly }: DetailsFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-3">
      {lines.map(([name, label, help]) => (
        <TextField
          key={name}
          label={label}
          help={help}
          value={form[name]}
          isReadOnly={isReadOnly}
          onChange={(value) => onChange({ ...form, [name]: value })}
        />
      ))}
      <EventDateField
        label="Published"
        initial={form.published === 'unreadable' ? null : form.published}
        reference={null}
        countsFromArticle={false}
        onChange={(published) => onChange({ ...form, published })}
      />
      <FreeFields
        fields={form.fields}
        isReadOnly={isReadOnly}
        onChange={(fields) => onChange({ ...form, fields })}
      />
    </form>
  );
}

function OpenDetails({ onClose }: { readonly onClose: () => void }) {
  const { article, canChange } = useOpenText();
  const [form, setForm] = useState(() => formOf(article));
  const id = useId();
  const metadata = metadataOf(form);
  const save = async () => {
    if (!metadata || !canChange) return;
    const done = await run(commands.updateArticle({ id: article.id, set: metadata }));
    if (done === undefined) return;
    tellRecounted(done.recounted);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{canChange ? 'Cancel' : 'Close'}</Button>
      {canChange && (
        <Button look="primary" type="submit" form={id} isDisabled={metadata === null}>
          Save
        </Button>
      )}
    </>
  );
  return (
    <Dialog title="Details of the article" isOpen onClose={onClose} footer={footer}>
      <DetailsForm
        id={id}
        form={form}
        onChange={setForm}
        onSubmit={() => void save()}
        isReadOnly={!canChange}
      />
      {article.original && <OriginalInfo article={article} original={article.original} onDone={onClose} />}
    </Dialog>
  );
}

export function DetailsDialog() {
  const { store } = useOpenText();
  const isOpen = useReaderState((state) => state.detailsAreOpen);
  return isOpen ? <OpenDetails onClose={() => store.setState({ detailsAreOpen: false })} /> : null;
}

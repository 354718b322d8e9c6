import { useState } from 'react';
import { useAnswer } from '../../client/query';
import { PickerList } from '../../parts/picker-list';

const rowsShown = 12;

/** Finds an article by words of its title, authors or publisher. */
export function ArticlePicker({
  label,
  onPick,
}: {
  readonly label: string;
  readonly onPick: (id: string) => void;
}) {
  const [text, setText] = useState('');
  const { data, isPlaceholderData, isPending } = useAnswer('listArticles', {
    filter: text.trim(),
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: rowsShown,
  });
  return (
    <PickerList
      label={label}
      placeholder="Title, author or publisher"
      text={text}
      onTextChange={setText}
      rows={(data?.rows ?? []).map(({ id, title, publisher }) => ({ id, label: title, detail: publisher }))}
      isStale={isPlaceholderData || isPending}
      onPick={onPick}
      emptyWords="None of these words."
    />
  );
}

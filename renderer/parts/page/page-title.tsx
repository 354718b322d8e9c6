import { EditableText } from './editable-text';

/** From this length on a title is set smaller. */
const long = 90;

export interface PageTitleProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<unknown>;
}

/** The name a page is about, changed where it stands. */
export function PageTitle({ label, value, onSave }: PageTitleProps) {
  const size = value.length < long ? 'text-2xl leading-tight' : 'text-lg leading-snug';
  return (
    <h1>
      <EditableText
        label={label}
        required
        value={value}
        onSave={onSave}
        className={`font-serif font-semibold ${size}`}
      />
    </h1>
  );
}

/** Fields for words: one line, several lines, and one to search with. */
import { Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { classNames } from '../class-names';

export const inputLook =
  'w-full rounded-md border border-rule bg-raised px-2 text-ink placeholder:text-faint outline-none ' +
  'focus:border-accent focus:ring-1 focus:ring-accent select-text disabled:opacity-50';
export const labelLook = 'text-xs text-muted';

interface CommonProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** The label is for those who hear the screen only. */
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  /** A line of help below. */
  readonly help?: ReactNode;
  /** What is wrong with it. */
  readonly error?: string | undefined;
}

function FieldLines({ help, error }: { readonly help: ReactNode; readonly error: string | undefined }) {
  return (
    <>
      {help && !error && (
        <Text slot="description" className="text-xs text-faint">
          {help}
        </Text>
      )}
      {error && (
        <Text slot="errorMessage" className="text-xs text-danger">
          {error}
        </Text>
      )}
    </>
  );
}

export interface TextFieldProps extends CommonProps {
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelHidden,
  placeholder,
  help,
  error,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className="flex flex-col gap-1 min-w-0">
      <Label className={labelHidden ? 'sr-only' : labelLook}>{label}</Label>
      <Input ref={inputRef} dir="auto" placeholder={placeholder} className={classNames(inputLook, 'h-7')} />
      <FieldLines help={help} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends CommonProps {
  readonly rows?: number;
}

export function TextArea({
  label,
  labelHidden,
  placeholder,
  help,
  error,
  rows = 3,
  ...props
}: TextAreaProps) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className="flex flex-col gap-1 min-w-0">
      <Label className={labelHidden ? 'sr-only' : labelLook}>{label}</Label>
      <AriaTextArea
        dir="auto"
        rows={rows}
        placeholder={placeholder}
        className={classNames(inputLook, 'py-1.5 resize-y')}
      />
      <FieldLines help={help} error={error} />
    </AriaTextField>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The list of suggestions that is open for it, and the one the arrow keys are on. */
  readonly listId?: string | undefined;
  readonly activeOptionId?: string | undefined;
  /** Of the text; by its first letter where it is not given. */
  readonly direction?: 'ltr' | 'auto';
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, placeholder, inputRef, listId, activeOptionId } = props;
  const { direction = 'auto' } = props;
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={onSubmit}
      className="relative min-w-0 w-full group"
    >
      <Search
        size={14}
        aria-hidden
        className="absolute start-2 top-1/2 -translate-y-1/2 text-faint pointer-events-none"
      />
      <Input
        ref={inputRef}
        dir={direction}
        placeholder={placeholder}
        aria-autocomplete={listId ? 'list' : undefined}
        aria-controls={listId}
        aria-activedescendant={activeOptionId}
        className={classNames(inputLook, 'h-7 ps-7 pe-7 [&::-webkit-search-cancel-button]:hidden')}
      />
      <AriaButton
        aria-label="Clear"
        className="absolute end-1 top-1/2 -translate-y-1/2 p-1 text-faint hovered:text-ink group-data-[empty]:hidden cursor-default rounded-sm"
      >
        <X size={13} aria-hidden />
      </AriaButton>
    </AriaSearchField>
  );
}

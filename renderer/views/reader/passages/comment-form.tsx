/** A comment being written. Enter saves, Shift+Enter makes a line, Escape leaves it as it was. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { inputLook } from '../../../ui/fields/text-field';

export interface CommentFormProps {
  readonly initial: string;
  readonly onSave: (comment: string) => void;
  readonly onCancel: () => void;
}

export function CommentForm({ initial, onSave, onCancel }: CommentFormProps) {
  const [text, setText] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) onSave(text.trim());
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={area}
        aria-label="Comment"
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className={`${inputLook} py-1.5 resize-y`}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>Cancel</Button>
        <Button look="primary" onPress={() => onSave(text.trim())}>
          Save comment
        </Button>
      </div>
    </div>
  );
}

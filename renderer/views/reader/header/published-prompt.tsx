import { type FormEvent, useState } from 'react';
import { commands } from '../../../client/client';
import { EventDateField, type GivenDate } from '../../../parts/event-date-field';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { tellRecounted } from './tell-recounted';

interface PublishedPromptProps {
  readonly articleId: string;
  /** While it is open it stays, also when the date is there. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** Asks quietly when an article was published. */
export function PublishedPrompt({ articleId, onOpen }: PublishedPromptProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [date, setDate] = useState<GivenDate | null | 'unreadable'>(null);
  const open = (next: boolean) => {
    setIsOpen(next);
    onOpen(next);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (date === null || date === 'unreadable') return;
    const done = await run(commands.updateArticle({ id: articleId, set: { published: date } }));
    if (done === undefined) return;
    tellRecounted(done.recounted);
    open(false);
  };
  if (!isOpen) {
    return (
      <div className="-ms-2.5">
        <Button look="quiet" onPress={() => open(true)}>
          When was it published?
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex items-start gap-2 w-full max-w-112">
      <div className="flex-1">
        <EventDateField
          label="When was it published?"
          initial={null}
          reference={null}
          countsFromArticle={false}
          onChange={setDate}
          autoFocus
        />
      </div>
      <div className="flex gap-2 pt-5">
        <Button type="submit" look="primary" isDisabled={date === null || date === 'unreadable'}>
          Set
        </Button>
        <Button onPress={() => open(false)}>Later</Button>
      </div>
    </form>
  );
}

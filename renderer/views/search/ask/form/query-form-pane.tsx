/** The query as a form, for those who would rather not write it: both are the same query, and each follows the other. */
import { type ReactNode, useRef } from 'react';
import { useTakesKeyboard } from '../../../../shell/frame/search/side-tab';
import { Button } from '../../../../ui/actions/button';
import { TextField } from '../../../../ui/fields/text-field';
import { ActorRows } from './actor-rows';
import { AboutFields, OrderFields, SaidFields, SourceFields, WhenFields } from './field-groups';
import { useQueryForm } from './use-query-form';
import { WordFields } from './word-fields';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2.5 pb-4">
      <h2 className="font-medium border-b border-rule pb-0.5">{title}</h2>
      {children}
    </section>
  );
}

interface QueryFormPaneProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

export function QueryFormPane({ query, onChange }: QueryFormPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const { form, change } = useQueryForm(query, onChange);
  useTakesKeyboard(pane, true);
  const part = { form, change };
  return (
    <div ref={pane} role="group" aria-label="The search as a form" className="px-1">
      <Part title="Words">
        <WordFields {...part} />
      </Part>
      <Part title="Who, what, where">
        <ActorRows {...part} />
        <AboutFields {...part} />
      </Part>
      <Part title="Who says so, and how">
        <SaidFields {...part} />
      </Part>
      <Part title="When">
        <WhenFields {...part} />
      </Part>
      <Part title="Sources and marks">
        <SourceFields {...part} />
      </Part>
      <Part title="What is found, and its order">
        <OrderFields {...part} />
        {form.rest !== '' && (
          <TextField
            label="Also asked, as text"
            help="This can’t be shown in the form."
            value={form.rest}
            onChange={(rest) => change({ rest })}
          />
        )}
      </Part>
      <Button look="quiet" isDisabled={query.trim() === ''} onPress={() => onChange('')}>
        Clear the form
      </Button>
    </div>
  );
}

/** Which fact the words are about: those proposed, each with its number, another one, or none. */
import { Radio, RadioGroup } from 'react-aria-components';
import type { AccountSuggestion } from '../../../../shared/contract/accounts';
import { labelLook } from '../../../ui/fields/text-field';
import { proposalWords } from './proposals';

/** A proposed fact by its place, a fact of one's own, or the words as evidence alone. */
export type FactChosen = number | 'other' | 'none';

interface FactChoiceProps {
  readonly facts: AccountSuggestion['facts'];
  readonly chosen: FactChosen;
  readonly onChoose: (chosen: FactChosen) => void;
}

/** The choices in their order. */
const choicesOf = (facts: AccountSuggestion['facts']): readonly FactChosen[] => [
  ...facts.keys(),
  'other',
  'none',
];

const mostKeys = 9;

/** The digit that takes a choice together with Alt; '' where there is none. The last, no fact, has 0. */
function digitOf(choice: FactChosen, index: number): string {
  if (choice === 'none') return '0';
  return index < mostKeys ? String(index + 1) : '';
}

/** What Alt with a digit takes; undefined: nothing. */
export function choiceAt(facts: AccountSuggestion['facts'], digit: string): FactChosen | undefined {
  return choicesOf(facts).find((choice, index) => digitOf(choice, index) === digit);
}

const fixedWords = { other: 'Another fact…', none: 'No fact, just evidence' };

const look =
  'inline-flex items-center gap-1.5 min-w-0 max-w-full min-h-6.5 px-2 rounded-md border border-rule bg-raised cursor-default ' +
  'hovered:bg-sunken selected:bg-selected selected:border-accent data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent';

export function FactChoice({ facts, chosen, onChoose }: FactChoiceProps) {
  const choices = choicesOf(facts);
  const wordsOf = (choice: FactChosen) => {
    if (typeof choice === 'string') return fixedWords[choice];
    const fact = facts[choice];
    return fact ? proposalWords(fact) : '';
  };
  return (
    <RadioGroup
      aria-label="What the words say"
      value={String(chosen)}
      onChange={(value) => onChoose(choices.find((choice) => String(choice) === value) ?? 'none')}
      className="flex flex-col gap-1 min-w-0"
    >
      <span className={labelLook}>What the words say</span>
      <div className="flex flex-wrap gap-1 min-w-0">
        {choices.map((choice, index) => (
          <Radio key={choice} value={String(choice)} className={look}>
            <span aria-hidden className="text-[11px] text-faint tabular-nums">
              {digitOf(choice, index)}
            </span>
            <span className="truncate" dir="auto">
              {wordsOf(choice)}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

import { classNames } from '../../../../ui/class-names';
import { labelLook } from '../../../../ui/fields/text-field';

interface ChoiceChipsProps {
  readonly label: string;
  /** What is stored, with the words for it. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Any of a few, each on or off. */
export function ChoiceChips({ label, choices, values, onChange }: ChoiceChipsProps) {
  const toggle = (value: string) =>
    onChange(
      values.includes(value)
        ? values.filter((other) => other !== value)
        : choices.map((choice) => choice.value).filter((one) => one === value || values.includes(one)),
    );
  return (
    <fieldset className="min-w-0">
      <legend className={`${labelLook} pb-1`}>{label}</legend>
      <div className="flex flex-wrap gap-1">
        {choices.map((choice) => {
          const isOn = values.includes(choice.value);
          return (
            <button
              key={choice.value}
              type="button"
              aria-pressed={isOn}
              onClick={() => toggle(choice.value)}
              className={classNames(
                'h-6 px-1.5 rounded-[5px] border text-xs cursor-default',
                isOn
                  ? 'border-accent bg-selected text-ink'
                  : 'border-rule bg-raised text-muted hover:text-ink',
              )}
            >
              {choice.label}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

import type { ScreenProps } from '../../shell/screens';

export function NoteView({ place }: ScreenProps<'note'>) {
  return <div className="p-4">{place.kind}</div>;
}

import type { ScreenProps } from '../../shell/screens';

export function NotesView({ place }: ScreenProps<'notes'>) {
  return <div className="p-4">{place.kind}</div>;
}

/** The boundaries that the user added, kept by the program for every notebook. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Boundaries } from '../../../shared/contract/app';
import { app } from '../../client/client';
import { run } from '../../shell/notices';

const queryKey = ['boundaries'] as const;

export function useBoundaries() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey, queryFn: () => app.getBoundaries({}) });
  const show = (boundaries: Boundaries | null) => client.setQueryData(queryKey, boundaries);
  return {
    boundaries: data ?? null,
    add: async () => {
      const added = await run(app.addBoundaries({}));
      if (added) show(added);
    },
    remove: async () => {
      if ((await run(app.removeBoundaries({}))) !== undefined) show(null);
    },
  };
}

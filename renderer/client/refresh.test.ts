import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { refresh } from './refresh';

const client = new QueryClient();
afterEach(() => client.clear());

/** Readings that are answered when the test says so, in the order they were begun. */
function answeredByHand() {
  const answers: ((rows: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  return { answers, queryFn };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('reads once more what was first being read when the change came', async () => {
  const { answers, queryFn } = answeredByHand();
  const observer = new QueryObserver(client, { queryKey: ['roles'], queryFn, networkMode: 'always' });
  const stop = observer.subscribe(() => undefined);
  refresh(client, ({ queryKey }) => queryKey[0] === 'roles');
  answers[0]?.('before the change');
  await settled();
  answers[1]?.('after the change');
  await settled();
  expect(observer.getCurrentResult().data).toBe('after the change');
  expect(answers).toHaveLength(2);
  stop();
});

it('leaves what the change does not touch, and reads what is there again once', async () => {
  const { answers, queryFn } = answeredByHand();
  client.setQueryData(['tags'], 'tags');
  const observer = new QueryObserver(client, {
    queryKey: ['roles'],
    queryFn,
    initialData: 'roles',
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  const stop = observer.subscribe(() => undefined);
  refresh(client, ({ queryKey }) => queryKey[0] === 'roles');
  await settled();
  expect(answers).toHaveLength(1);
  expect(client.getQueryState(['tags'])?.isInvalidated).toBe(false);
  answers[0]?.('new roles');
  await settled();
  expect(observer.getCurrentResult().data).toBe('new roles');
  expect(answers).toHaveLength(1);
  stop();
});

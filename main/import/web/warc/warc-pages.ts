/**
 * The pages of a web archive with their bytes as the server meant them, one by one. Requests stand before or after their
 * answers: an answer waits until the record after it is known.
 */
import { greatestByteLength } from '../../limits';
import { bodyOf, type HttpMessage, parseHttpMessage } from './http-message';
import { type PassedOver, passedOver } from './page-choice';
import { addressOf, type WarcRecord } from './warc-records';

export interface WarcPage {
  readonly address: string;
  /** With its parameters. */
  readonly mediaType: string;
  /** ISO 8601 UTC, or '' where the archive does not say. */
  readonly capturedAt: string;
  /** Null where they could not be had; then `problem` says why. */
  readonly bytes: Buffer | null;
  readonly problem: string;
}

interface Exchange {
  readonly record: WarcRecord;
  readonly response: HttpMessage;
}

type PassedCounts = Map<Exclude<PassedOver, null>, number>;

/** Counts what it passes over in `passed`. */
export async function* warcPages(
  records: AsyncIterable<WarcRecord>,
  listed: ReadonlySet<string>,
  passed: PassedCounts,
): AsyncGenerator<WarcPage, void, void> {
  const pairing: Pairing = { request: null, waiting: null };
  for await (const record of records) {
    if (record.kind === 'request') {
      const request = await requestOf(record);
      // A request before its answer belongs to the next one, not to the answer that waits.
      const isLate = pairing.waiting !== null && request.address === addressOf(pairing.waiting.record);
      if (!isLate) yield* settle(pairing, listed, passed);
      pairing.request = request;
    } else if (record.kind === 'response' || record.kind === 'resource') {
      yield* settle(pairing, listed, passed);
      // A film or a download: no page is as long.
      if (record.byteLength > greatestByteLength) count(passed, 'part');
      else pairing.waiting = await exchangeOf(record);
    }
  }
  yield* settle(pairing, listed, passed);
}

interface Request {
  readonly address: string;
  readonly message: HttpMessage | null;
}

interface Pairing {
  request: Request | null;
  waiting: Exchange | null;
}

function* settle(pairing: Pairing, listed: ReadonlySet<string>, passed: PassedCounts): Generator<WarcPage> {
  const { request, waiting } = pairing;
  if (waiting === null) return;
  pairing.waiting = null;
  const asked = request?.address === addressOf(waiting.record) ? request.message : null;
  const page = pageOf(waiting, asked, listed, passed);
  if (page !== null) yield page;
}

async function requestOf(record: WarcRecord): Promise<Request> {
  const block = record.byteLength > 1_000_000 ? null : await record.block();
  return { address: addressOf(record), message: block === null ? null : parseHttpMessage(block) };
}

async function exchangeOf(record: WarcRecord): Promise<Exchange | null> {
  if (!/^https?:\/\//i.test(addressOf(record))) return null;
  const block = await record.block();
  if (block === null) return null;
  if (record.kind === 'response') {
    const response = parseHttpMessage(block);
    return response === null ? null : { record, response };
  }
  const headers = new Map([['content-type', record.headers.get('content-type') ?? '']]);
  return { record, response: { status: null, headers, rawBody: block } };
}

function pageOf(
  { record, response }: Exchange,
  request: HttpMessage | null,
  listed: ReadonlySet<string>,
  passed: PassedCounts,
): WarcPage | null {
  const type = response.headers.get('content-type') ?? '';
  const mediaType = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const reason = passedOver({ address: addressOf(record), mediaType, response, request }, listed);
  if (reason !== null) {
    count(passed, reason);
    return null;
  }
  const bytes = bodyOf(response);
  if (bytes === null) return problemPage(record, 'Its bytes are packed in a way that could not be undone.');
  return { ...problemPage(record, ''), mediaType: type, bytes: Buffer.from(bytes) };
}

function count(passed: PassedCounts, reason: Exclude<PassedOver, null>): void {
  passed.set(reason, (passed.get(reason) ?? 0) + 1);
}

function problemPage(record: WarcRecord, problem: string): WarcPage {
  const time = Date.parse(record.headers.get('warc-date') ?? '');
  const capturedAt = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return { address: addressOf(record), mediaType: '', capturedAt, bytes: null, problem };
}

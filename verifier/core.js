/*
 * Checks a dossier of Casebook against itself, knowing nothing but its files: every quotation is cut out of its text again,
 * every hash is computed again, every reference is followed. Plain JavaScript for browsers and Node alike, with nothing
 * to install and nothing fetched; verify.mjs and verify.html ask it. What it does not know is who made the dossier: for
 * that, compare the seal with one that you were told another way.
 */
(function (root) {
  'use strict';

  const blackened = '\u2588';
  const modes = ['open', 'quotations', 'nothing'];

  // --- SHA-256 (FIPS 180-4) -------------------------------------------------------------------------------------

  const rounds = (() => {
    const primes = [];
    for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
    const fraction = (value) => Math.floor((value - Math.floor(value)) * 4294967296) | 0;
    return {
      start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
      constants: primes.map((prime) => fraction(Math.cbrt(prime))),
    };
  })();

  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  function padded(bytes) {
    const length = bytes.length;
    const whole = new Uint8Array((((length + 8) >> 6) + 1) << 6);
    whole.set(bytes);
    whole[length] = 0x80;
    const view = new DataView(whole.buffer);
    view.setUint32(whole.length - 8, Math.floor(length / 536870912));
    view.setUint32(whole.length - 4, (length << 3) >>> 0);
    return view;
  }

  function block(state, view, at, words) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15];
      const b = words[i - 2];
      const first = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const second = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      words[i] = (words[i - 16] + first + words[i - 7] + second) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds.constants[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) | 0));
  }

  /** SHA-256 of bytes in lower-case hex. */
  function sha256(bytes) {
    const view = padded(bytes);
    const state = [...rounds.start];
    const words = new Int32Array(64);
    for (let at = 0; at < view.byteLength; at += 64) block(state, view, at, words);
    return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  // --- Text -----------------------------------------------------------------------------------------------------

  const encode = (words) => new TextEncoder().encode(words);
  const hashOf = (words) => sha256(encode(words));

  /** The words of UTF-8 bytes as they are, a byte order mark among them; null where the bytes are not UTF-8. */
  function decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  }

  const shown = (words) => {
    const line = [...String(words).replace(/\s+/g, ' ')];
    return `“${line.length > 60 ? `${line.slice(0, 59).join('')}…` : line.join('')}”`;
  };

  /** Why a text may have another hash than it should, where that can be told. */
  function whyDifferent(text, wanted) {
    const guesses = [
      [text.replace(/\r\n?/g, '\n'), 'carriage returns were added to its line ends'],
      [text.replace(/^\ufeff/, ''), 'a byte order mark was put before it'],
      [text.normalize('NFC'), 'its Unicode was normalised (to NFD)'],
      [text.normalize('NFD'), 'its Unicode was normalised (to NFC)'],
      [text.replace(/\n$/, ''), 'a line end was added'],
      [`${text}\n`, 'its last line end is gone'],
      [text.trim(), 'white space was added around it'],
    ];
    const found = guesses.find(([guess]) => guess !== text && hashOf(guess) === wanted);
    return found ? `: ${found[1]}` : '';
  }

  // --- ZIP ------------------------------------------------------------------------------------------------------

  const mostEntries = 20000;
  const mostBytes = 1024 * 1024 * 1024;

  function endOfZip(view) {
    for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65557); at--)
      if (view.getUint32(at, true) === 0x06054b50) return at;
    throw new Error('This is no ZIP archive.');
  }

  /** The files of an archive by name. `inflate` unpacks raw DEFLATE. */
  async function readZip(bytes, inflate) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOfZip(view);
    const count = view.getUint16(end + 10, true);
    if (count > mostEntries) throw new Error('The archive has too many files.');
    const files = new Map();
    let at = view.getUint32(end + 16, true);
    let total = 0;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Error('The archive is damaged.');
      const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const local = view.getUint32(at + 42, true);
      const name = decode(bytes.subarray(at + 46, at + 46 + nameLength)) ?? '';
      at += 46 + nameLength + extra + comment;
      if (name.endsWith('/')) continue;
      total += size;
      if (total > mostBytes) throw new Error('The archive is too large.');
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + packed);
      if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way that is not known.`);
      if (files.has(name)) throw new Error(`The archive has ${name} twice.`);
      files.set(name, method === 0 ? data : await inflate(data, size));
    }
    return files;
  }

  /** Names without the folder that holds everything: where dossier.json lies is the dossier. */
  function insideFolder(files) {
    const main = [...files.keys()].filter((name) => /(^|\/)dossier\.json$/.test(name)).sort((a, b) => a.length - b.length)[0];
    if (main === undefined) return files;
    const folder = main.slice(0, -'dossier.json'.length);
    return new Map([...files].filter(([name]) => name.startsWith(folder)).map(([name, bytes]) => [name.slice(folder.length), bytes]));
  }

  // --- Checking -------------------------------------------------------------------------------------------------

  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
  const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  const listOf = (value) => (Array.isArray(value) ? value.filter(isObject) : []);

  function readDossier(check) {
    const bytes = check.files.get('dossier.json');
    if (!bytes) return check.wrong('dossier.json', 'it is missing: this is no dossier of Casebook');
    check.seal = sha256(bytes);
    let dossier;
    try {
      dossier = JSON.parse(decode(bytes) ?? '');
    } catch {
      return check.wrong('dossier.json', 'it is not JSON in UTF-8');
    }
    if (!isObject(dossier) || dossier.format !== 'casebook-dossier') return check.wrong('dossier.json', 'it is not of the format casebook-dossier');
    if (dossier.version !== 1) return check.wrong('dossier.json', `it has version ${dossier.version}; this verifier knows version 1`);
    for (const name of ['sources', 'passages', 'entities', 'events', 'files'])
      if (!Array.isArray(dossier[name]) || !dossier[name].every(isObject)) check.wrong('dossier.json', `its list “${name}” is missing or holds something else`);
    return dossier;
  }

  function checkFiles(check, dossier) {
    const listed = new Map(listOf(dossier.files).map((file) => [file.name, file]));
    for (const [name, { bytes: length, sha256: wanted }] of listed) {
      const bytes = check.files.get(name);
      check.counts.files++;
      if (!bytes) check.wrong(name, 'the file is missing');
      else if (sha256(bytes) !== wanted) check.wrong(name, `the file was changed${whyFile(bytes, wanted, length)}`);
    }
    for (const name of check.files.keys())
      if (name !== 'dossier.json' && !listed.has(name)) check.wrong(name, 'the file is not in the list of the dossier');
  }

  function whyFile(bytes, wanted, length) {
    const text = decode(bytes);
    const why = text === null ? '' : whyDifferent(text, wanted);
    return why !== '' ? why : `: it has ${bytes.length} bytes${bytes.length === length ? ', as many as it should' : ` and should have ${length}`}, but another SHA-256`;
  }

  const nameOf = (source) => `source ${source.id}${source.title ? ` ${shown(source.title)}` : ''}`;

  /** The text of a source as code points, or null where there is none to check. */
  function textOf(check, source) {
    const place = nameOf(source);
    if (!modes.includes(source.shown)) return check.wrong(place, 'it does not say how much of it is shown') ?? null;
    if (!isObject(source.text)) return check.wrong(place, 'it says nothing of its text') ?? null;
    const { file, sha256: wanted, codePoints } = source.text;
    if (source.shown !== 'open') checkRedaction(check, source);
    if (file === null || file === undefined) {
      if (source.shown === 'quotations') check.wrong(place, 'its text is missing');
      return null;
    }
    const bytes = check.files.get(file);
    if (!bytes) return check.wrong(place, `its text ${file} is missing`) ?? null;
    const text = decode(bytes);
    if (text === null) return check.wrong(place, `its text ${file} is not UTF-8`) ?? null;
    if (source.shown === 'open' && hashOf(text) !== wanted) check.wrong(place, `its text is not the captured one${whyDifferent(text, wanted)}`);
    const points = [...text];
    if (points.length !== codePoints) check.wrong(place, `its text has ${points.length} characters and should have ${codePoints}`);
    return points;
  }

  function checkRedaction(check, source) {
    const place = nameOf(source);
    check.counts.redacted++;
    if (!isHash(source.text.commitment)) check.wrong(place, 'it is redacted, but there is no commitment by which its owner could prove it');
    if (source.text.sha256 !== undefined && source.text.sha256 !== null) check.wrong(place, 'it is redacted, but the hash of its text is given: a guess could be tried against it');
    if (source.shown === 'nothing' && typeof source.text.codePoints === 'number') check.wrong(place, 'it is withheld, but the length of its text is given: a guess could be measured by it');
    if (source.shown === 'nothing' && source.text.file) check.wrong(place, 'it is said to be withheld, but its text is there');
    check.note(`${place} is redacted: ${source.shown === 'nothing' ? 'nothing of its text is shown, its quotations cannot be checked' : 'only its quotations are shown, the rest is blackened'}.`);
  }

  function checkCaptures(check, source) {
    for (const capture of listOf(source.captures)) {
      if (!isHash(capture.sha256)) check.wrong(nameOf(source), 'a captured file has no SHA-256');
      if (!capture.file) continue;
      const bytes = check.files.get(capture.file);
      check.counts.captures++;
      if (!bytes) check.wrong(nameOf(source), `the captured file ${capture.file} is missing`);
      else if (sha256(bytes) !== capture.sha256) check.wrong(nameOf(source), `the captured file ${capture.file} is not the one that was captured`);
    }
  }

  /** Where words stand in a text of code points, at most three places. */
  function placesOf(points, words) {
    const wanted = [...words];
    const places = [];
    for (let at = 0; at + wanted.length <= points.length && places.length < 3; at++)
      if (wanted.every((point, i) => points[at + i] === point)) places.push(at);
    return places;
  }

  function whyNotThere(points, { start, end, exact }) {
    const here = shown(points.slice(start, end).join(''));
    const places = placesOf(points, exact);
    if (places.length > 0) return `stands at ${places.map((at) => `${at}–${at + [...exact].length}`).join(' and ')}, not at ${start}–${end}, where there is ${here}`;
    const text = points.join('');
    if (text.normalize('NFC').includes(exact.normalize('NFC'))) return 'stands in the text only in another Unicode form: one of the two was normalised';
    if (text.replace(/\r/g, '').includes(exact.replace(/\r/g, ''))) return 'stands in the text only with other line ends';
    return `is not in the text; at ${start}–${end} there is ${here}`;
  }

  function checkPart(check, place, part, source, points) {
    const { start, end, exact, before, after, state } = part;
    if (state === 'orphan') {
      check.counts.orphans++;
      return check.note(`${place} is said to be in the text no longer${typeof exact === 'string' ? `: ${shown(exact)}` : ''}.`);
    }
    if (source.shown === 'nothing') {
      check.counts.unchecked++;
      if (exact !== null) check.wrong(place, 'its source is withheld, but its words are given');
      if (start !== null || end !== null) check.wrong(place, 'its source is withheld, but its place is given: a guess could be measured by it');
      if (!isHash(part.place)) check.wrong(place, 'its place is withheld, but there is no commitment by which its owner could prove it');
      return;
    }
    if (!isCount(start) || !isCount(end) || start >= end) return check.wrong(place, 'its offsets are no stretch of text');
    if (typeof exact !== 'string' || exact === '') return check.wrong(place, 'it has no words');
    if (!points) {
      check.counts.unchecked++;
      return check.note(`${place} cannot be checked: the text of its source is not in the dossier.`);
    }
    check.counts.quotations++;
    if (end > points.length) return check.wrong(place, `it ends at ${end}, and the text has ${points.length} characters`);
    if (points.slice(start, end).join('') !== exact) return check.wrong(place, `its quotation ${shown(exact)} ${whyNotThere(points, part)}`);
    if (source.shown !== 'open') return;
    if (typeof before === 'string' && points.slice(Math.max(0, start - [...before].length), start).join('') !== before) check.wrong(place, `what is said to stand before ${shown(exact)} does not`);
    if (typeof after === 'string' && points.slice(end, end + [...after].length).join('') !== after) check.wrong(place, `what is said to stand after ${shown(exact)} does not`);
  }

  /** Outside of the quotations a redacted text is black, but for its line ends. */
  function checkBlackened(check, source, points, parts) {
    const isOpen = new Uint8Array(points.length);
    for (const { start, end } of parts) isOpen.fill(1, start, end);
    const at = points.findIndex((point, i) => !isOpen[i] && point !== blackened && point !== '\n' && point !== '\t');
    if (at >= 0) check.wrong(nameOf(source), `its text shows something outside of the quotations, at ${at}`);
  }

  function checkPassages(check, dossier) {
    const sources = new Map(listOf(dossier.sources).map((source) => [source.id, source]));
    const texts = new Map([...sources].map(([id, source]) => [id, textOf(check, source)]));
    const open = new Map();
    for (const source of sources.values()) checkCaptures(check, source);
    for (const passage of listOf(dossier.passages)) {
      const source = sources.get(passage.source);
      if (!source) {
        check.wrong(`passage ${passage.id}`, `its source ${passage.source} is not in the dossier`);
        continue;
      }
      const parts = listOf(passage.parts);
      if (parts.length === 0) check.wrong(`passage ${passage.id}`, 'it has no words');
      parts.forEach((part, i) => checkPart(check, `passage ${passage.id}${parts.length > 1 ? `, part ${i + 1}` : ''}`, part, source, texts.get(source.id)));
      open.set(source.id, [...(open.get(source.id) ?? []), ...parts.filter(({ state }) => state !== 'orphan')]);
    }
    for (const [id, source] of sources)
      if (source.shown === 'quotations' && texts.get(id)) checkBlackened(check, source, texts.get(id), open.get(id) ?? []);
  }

  function checkUnique(check, dossier) {
    const seen = new Set();
    for (const name of ['sources', 'passages', 'entities', 'events'])
      for (const { id } of listOf(dossier[name])) {
        if (typeof id !== 'string' || id === '') check.wrong(name, 'one of them has no id');
        else if (seen.has(id)) check.wrong(name, `the id ${id} is given twice`);
        seen.add(id);
      }
  }

  function checkEvents(check, dossier) {
    const idsOf = (name) => new Set(listOf(dossier[name]).map(({ id }) => id));
    const [passages, entities, sources, events] = ['passages', 'entities', 'sources', 'events'].map(idsOf);
    const refer = (place, what, known, ids) => {
      for (const id of Array.isArray(ids) ? ids : [ids]) {
        check.counts.references++;
        if (!known.has(id)) check.wrong(place, `it refers to the ${what} ${id}, which is not in the dossier`);
      }
    };
    for (const event of listOf(dossier.events)) {
      const place = `event ${event.id} ${shown(event.title ?? '')}`;
      check.counts.events++;
      refer(place, 'passage', passages, event.evidence ?? []);
      for (const account of listOf(event.accounts)) {
        const here = `${place}, account ${account.id}`;
        check.counts.accounts++;
        refer(here, 'passage', passages, account.evidence ?? []);
        refer(here, 'passage', passages, account.cues ?? []);
        refer(here, 'entity', entities, account.entities ?? []);
        refer(here, 'source', sources, account.narrators ?? []);
      }
    }
    for (const relation of listOf(dossier.relations)) {
      refer('a relation', 'event', events, [relation.from, relation.to]);
      refer('a relation', 'passage', passages, relation.evidence ?? []);
    }
  }

  /** Where a passage stands whose place was withheld: what was committed to, and the words there. */
  function checkProvedPlace(check, dossier, { proof, given, points }) {
    const { start, end } = given;
    const passage = listOf(dossier.passages).find(({ id, source }) => id === given.passage && source === proof.source);
    const part = listOf(passage?.parts)[given.part];
    const place = `the proof of passage ${given.passage}`;
    if (!part || hashOf(`${proof.salt}\n${start}\n${end}`) !== part.place) return check.wrong(place, 'it is not the place that was committed to');
    if (part.state === 'orphan') return;
    check.note(`${place} holds: ${shown(points.slice(start, end).join(''))}, at ${start}–${end}.`);
  }

  /** What its owner reveals of a redacted source: the salt and the text, which must be what was committed to. */
  function checkProof(check, dossier, proof) {
    const source = listOf(dossier.sources).find(({ id }) => id === proof.source);
    const place = `the proof of source ${proof.source}`;
    if (!source || !source.text || !source.text.commitment) return check.wrong(place, 'the dossier has no such redacted source');
    if (hashOf(`${proof.salt}\n${proof.text}`) !== source.text.commitment) return check.wrong(place, 'it is not the text that was committed to');
    const points = [...proof.text];
    for (const passage of listOf(dossier.passages).filter((each) => each.source === source.id))
      for (const { start, end, exact, state } of listOf(passage.parts))
        if (state !== 'orphan' && exact !== null && points.slice(start, end).join('') !== exact) check.wrong(place, `the quotation ${shown(exact)} of passage ${passage.id} is not in it at ${start}–${end}`);
    check.note(`${place} holds: this is the text that was committed to, and its quotations stand in it.`);
    for (const given of listOf(proof.places)) checkProvedPlace(check, dossier, { proof, given, points });
  }

  /**
   * Checks the files of a dossier (a Map from name to bytes). Answers `ok`, `problems` and `notes` (each `{place, words}` or
   * words), `counts`, and `seal`: the SHA-256 of dossier.json, which names every other file by its own.
   */
  function verify(given, proofs = []) {
    const problems = [];
    const notes = [];
    const counts = { files: 0, captures: 0, quotations: 0, unchecked: 0, orphans: 0, redacted: 0, events: 0, accounts: 0, references: 0 };
    const check = {
      files: insideFolder(given),
      counts,
      seal: '',
      wrong: (place, words) => void problems.push({ place, words }),
      note: (words) => void notes.push(words),
    };
    const dossier = readDossier(check);
    if (dossier) {
      checkFiles(check, dossier);
      checkUnique(check, dossier);
      checkPassages(check, dossier);
      checkEvents(check, dossier);
      for (const proof of proofs) checkProof(check, dossier, proof);
    }
    return { ok: problems.length === 0, problems, notes, counts, seal: check.seal, madeAt: dossier?.madeAt ?? '', title: dossier?.title ?? '' };
  }

  /** A report as lines of text. */
  function inWords({ ok, problems, notes, counts, seal, madeAt, title }) {
    const { files, quotations, unchecked, orphans, redacted, events, accounts, references } = counts;
    return [
      `Dossier: ${title}${madeAt ? ` (made ${madeAt})` : ''}`,
      `Seal (SHA-256 of dossier.json): ${seal}`,
      `Checked: ${quotations} quotations, ${files} files, ${events} events with ${accounts} accounts, ${references} references.`,
      ...(redacted + unchecked + orphans > 0 ? [`Not to be checked: ${unchecked} quotations of withheld texts, ${orphans} that are in the text no longer; ${redacted} redacted sources.`] : []),
      ...notes.map((note) => `Note: ${note}`),
      ...problems.map(({ place, words }) => `DIFFERENCE: ${place}: ${words}.`),
      ok ? 'Everything that can be checked is as the dossier says.' : `${problems.length} ${problems.length === 1 ? 'difference was' : 'differences were'} found.`,
    ];
  }

  root.casebookVerifier = { verify, inWords, readZip, sha256 };
})(globalThis);

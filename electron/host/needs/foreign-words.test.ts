// Words in other languages, from the import to the needs: said to be unsupported, never guessed from a few words, and what
// was noted of them still groups.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type InterviewId, NoteId } from '../../../shared/ids.ts';
import { addNote, interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { silentLog } from '../log.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { openWorkspaceFolder } from '../workspace/opened-workspace.ts';

/** What a participant says, in four languages. */
const SAID: Readonly<Record<string, readonly [language: string, words: readonly string[]]>> = {
  kastanie: [
    'German',
    [
      'Also ich mache das jeden Montag, weil die Zahlen nicht stimmen, und dann rufe ich noch mal an.',
      'Wenn der Lieferant kommt, bin ich meistens schon in der Küche und habe keine Zeit für das Papier.',
      'Man muss halt immer fragen, und das ist doch eigentlich nicht meine Aufgabe, sondern die von dem Fahrer.',
    ],
  ],
  tilleul: [
    'French',
    [
      "Alors je fais ça tous les lundis, parce que les chiffres ne sont pas bons, et après j'appelle le fournisseur.",
      "S'il n'est pas là je lui écris, c'est comme ça, mais il faut bien le faire et je n'ai pas une autre liste.",
      'Nous avons toujours les mêmes trois chiffres, et personne ne les envoie avant le début de la semaine.',
    ],
  ],
  roble: [
    'Spanish',
    [
      'Pues yo lo hago todos los lunes, porque los números no cuadran, y después llamo al proveedor.',
      'Si no está le escribo un correo, es así, pero hay que hacerlo, y no tengo otra lista para los pedidos.',
      'Entonces lo apunto todo en una hoja que está en la cocina, y nadie más sabe dónde está esa hoja.',
    ],
  ],
  sakura: [
    'Japanese',
    [
      '毎週月曜日にやっています。数字が合わないので、そのあと仕入れ先に電話をかけます。',
      'いなければメールを書きます。台所にある紙に全部書いておきます。',
    ],
  ],
};
const ENGLISH = [
  'So what do you do when the numbers do not match, and who do you ring then?',
  'And how often is it that you have to do it all again, once the delivery has been and gone?',
  'Is there anything else that you would have liked us to know about how this works for you?',
];

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
  await test.call('workspaces.create', { name: 'Study', folder: join(test.folder, 'Study') });
});
afterEach(() => test.close());

function file(turns: readonly (readonly [speaker: string, words: string])[]): Uint8Array<ArrayBuffer> {
  const clock = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(11, 23);
  const cues = turns.map(
    ([speaker, words], at) => `${clock(at * 10)} --> ${clock(at * 10 + 9)}\n<v ${speaker}>${words}`,
  );
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n\n')}\n`);
}

async function bringIn(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const { otherLanguage } = await test.call('transcripts.preview', {
    fileName: `${name}.vtt`,
    bytes,
    format: null,
  });
  const { interviewId } = await test.call('transcripts.import', {
    interviewId: null,
    newParticipant: name,
    fileName: `${name}.vtt`,
    bytes,
    format: null,
    offsetMs: 0,
    speakers: { [name]: { kind: 'participant' }, Ines: { kind: 'team' } },
  });
  return { otherLanguage, interviewId };
}

const listed = async () => (await test.call('needs.list', {})).otherLanguages.map(({ language }) => language);

it.each(Object.entries(SAID))(
  'says of %s, at the import and on Needs, which language it is',
  async (name, [language, words]) => {
    const bytes = file(words.map((one) => [name, one]));
    expect((await bringIn(name, bytes)).otherLanguage).toBe(language);
    expect(await listed()).toEqual([language]);
  },
);

it('goes by what the participant speaks, when the team asks in English', async () => {
  const [, words] = SAID.kastanie ?? ['', []];
  const turns = [...ENGLISH, ...ENGLISH, ...ENGLISH].flatMap((question, at) => [
    ['Ines', question] as const,
    ['kastanie', words[at % words.length] ?? ''] as const,
  ]);
  expect((await bringIn('kastanie', file(turns))).otherLanguage).toBe('German');
  expect(await listed()).toEqual(['German']);
});

it('says of a talk in two languages that it is partly in the other', async () => {
  const [, words] = SAID.kastanie ?? ['', []];
  const both = [...Array(15).fill(ENGLISH).flat(), ...Array(15).fill(words).flat()];
  const bytes = file(both.map((one) => ['kastanie', one]));
  expect((await bringIn('kastanie', bytes)).otherLanguage).toBe('partly German');
  expect(await listed()).toEqual(['partly German']);
});

it.each([
  ['English', file(ENGLISH.map((one) => ['elm', one]))],
  ['three words of Spanish', file([['elm', 'Hola, ¿qué tal?']])],
  ['names and numbers', file([['elm', 'Müller Söhne 12 14 18 '.repeat(30)]])],
])('says nothing of %s', async (_, bytes) => {
  expect((await bringIn('elm', bytes)).otherLanguage).toBeNull();
  expect(await listed()).toEqual([]);
});

it('groups what was noted of two people in another language, by the team’s tag', async () => {
  await test.call('tags.create', { name: 'kasse', definition: 'Zahlen, die zur Kasse passen' });
  const interviews: InterviewId[] = [];
  for (const name of ['kastanie', 'tilleul']) {
    const [, words] = SAID[name] ?? ['', []];
    interviews.push((await bringIn(name, file(words.map((one) => [name, one])))).interviewId);
  }
  await noteDown(interviews, 'Zahlen stimmen nicht mit der Kasse');
  const { needs } = await test.call('needs.list', {});
  expect(needs).toMatchObject([
    {
      label: 'Zahlen, die zur Kasse passen',
      people: 0,
      peopleNoted: 2,
      quotes: [],
      doubts: [{ kind: 'notes-only' }],
    },
  ]);
});

/** As a window would have: with the tags #need and #kasse, in each of the interviews. */
async function noteDown(interviews: readonly InterviewId[], text: string): Promise<void> {
  const { me } = await test.call('session.state', {});
  await test.host.close();
  const workspace = await openWorkspaceFolder(join(test.folder, 'Study'), {
    log: silentLog(),
    now: () => new Date(),
    tellStorage: () => undefined,
  });
  for (const id of interviews) {
    const origin = { author: me.id, role: me.role, atMs: 5_000, createdAt: '2026-11-25T10:00:00.000Z' };
    await workspace.documents.edit(interviewDocumentName(id), (document) =>
      addNote(
        document,
        NoteId.parse(`note-${id}`),
        { ...origin, kind: 'note' },
        { text, tags: ['need', 'kasse'], isMarked: false },
      ),
    );
  }
  await workspace.close();
  test = await startTestHost({}, test.folder);
}

// The import rules of docs/architecture.md, checked over resolved paths, so that leaks through other files are seen too.
// build/import-rules.test.ts breaks each rule once and sees it caught.

const NODE_MODULE = '(^|/)node_modules/';
const ELECTRON = `^electron$|${NODE_MODULE}electron/`;
/** Everything that runs on plain Node: it must also run where Electron is not. */
const HEADLESS = '^electron/(host|engine|web|sharing-door|cli)/';
const TEST = String.raw`\.(test|spec)\.tsx?$|/testing/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no order in which it can be read, tested or loaded.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found is not checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs anywhere: no Node, no page, none of the layers above it.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { path: '^(electron|renderer|build)/' },
    },
    {
      name: 'shared-without-node',
      comment: 'shared/ runs in a page as well.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-packages',
      comment: 'shared/ may use only packages that are pure themselves.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: {
        path: NODE_MODULE,
        pathNot: `${NODE_MODULE}(zod|yjs|y-protocols|minisearch|lib0|ulid|nanoid|media-captions|yaml|@msgpack/msgpack)/`,
      },
    },
    {
      name: 'page-not-to-node',
      comment: 'The page knows the host only through shared/ and a door.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|build)/' },
    },
    {
      name: 'page-without-node',
      comment: 'There is no Node in a page.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-not-to-page',
      comment: 'The host does not know who looks at it. Tests of several parts put the two together.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/e2e/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'electron-only-in-shell',
      comment: 'Only the shell knows Electron.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/(shell|e2e)/' },
      to: { path: ELECTRON },
    },
    {
      name: 'headless-never-reaches-electron',
      comment: 'By no route, however long: the same host runs in the browser case and on a server.',
      severity: 'error',
      from: { path: HEADLESS },
      to: { path: `${ELECTRON}|^electron/shell/`, reachable: true },
    },
    {
      name: 'lowdb-only-in-storage',
      comment: 'How this computer’s settings are kept is known in one place.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/host/storage/' },
      to: { path: `${NODE_MODULE}lowdb/` },
    },
    {
      name: 'encoder-only-in-engine',
      comment: 'The encoder’s runtime is native code and lives in a process of its own.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/engine/' },
      to: { path: `^@xenova/|${NODE_MODULE}(@xenova|@huggingface|onnxruntime-)` },
    },
    {
      name: 'engine-process-apart',
      comment: 'Importing it would load the encoder into the importing process; it is started by its path.',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/(engine|e2e)/' },
      to: { path: '^electron/engine/engine-process', reachable: true },
    },
    {
      name: 'ws-only-in-doors',
      comment: 'Sockets belong to the doors.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: `^electron/(web|sharing-door)/|${TEST}` },
      to: { path: `${NODE_MODULE}ws/` },
    },
    {
      name: 'features-stay-apart',
      comment: 'What two features need moves to ui/, state/ or client/.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-store',
      comment: 'Components on their own: values and callbacks in, no client, no store, no feature.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(client|state|features)/' },
    },
  ],
  options: {
    // Packages are seen, but not read: only who imports them matters here.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

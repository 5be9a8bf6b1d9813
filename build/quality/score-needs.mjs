#!/usr/bin/env node
// score-needs.mjs: scores extracted recurring needs against a gold file. No dependencies.
//
//   node score-needs.mjs --gold gold.json --pred pred.json [--top 15] [--only a.vtt,b.vtt] [--json | --table] [--details]
//
// --only scores a run made on some of the interviews: gold is cut down to them, and a need with fewer than 3
// participants left is no longer recurring, so its evidence becomes neutral. One need is worth 8 points of recall
// in a suite of 12, so compare pipelines by the mean over many subsets (leave one or two interviews out), not by one run.
//
// pred.json: an array, best group first:
//   [{ "label": "...",
//      "quotes": [{ "interview": "01-x.vtt", "start": 12.3, "end": 15.0, "speaker": "Name", "text": "..." }],
//      "participants": ["Name", ...] }]
//
// THE RULES (all of them)
//  1. Quote = evidence. A quote matches a gold span when both are in the same interview, their time ranges
//     overlap (SLACK seconds of tolerance), at least half of the words of the shorter text are shared, and the
//     shared words are at least a quarter of the quote (so a whole monologue is not a match for everything in it).
//     The same quote given twice in a group counts once.
//  2. Each quote gets one class: the gold span sharing most words with it, of: a need, a request (a solution asked
//     for in place of that need), a counter statement, a one-off, a distractor; else 'interviewer' when an
//     interviewer said it; else 'near' when it lies within NEAR seconds of gold evidence of the same interview
//     (where evidence begins and ends is a matter of taste); else 'other'.
//     NEUTRAL quotes (counter, near) are left out of every count: they neither help nor hurt.
//  3. A group MATCHES a need when more than half of its quotes are of that need (needs and their requests count;
//     neutral quotes are left out of the count) and those quotes come from at least half of the participants
//     who hold that need in the gold file. Only one group is matched per need: the one with most gold
//     participants, then most gold evidence, then best rank. Further groups that satisfy the rule are 'duplicates'.
//  4. need_recall    = needs matched within the first --top groups / needs in the gold file.
//     need_precision = needs matched within the first --top groups / groups in the first --top
//                      (duplicates and everything else count against it).
//     need_recall_all_groups: the same as need_recall without the limit (for diagnosis, not a target).
//  5. evidence_recall    = gold evidence items found inside the group matched to their need / all gold evidence items
//                          (an item is found when at least half of its words are covered by that group's quotes).
//     evidence_precision = quotes of the matched need (or its requests) / quotes, over all matched groups.
//     Neutral quotes are left out. evidence_f1 is their harmonic mean.
//  6. participant_count_error = mean of |number of distinct names in `participants` - number in gold| over matched
//     needs; participant_f1 = mean F1 of the two name sets. Needs that are not matched are not in these means.
//  7. label_hit_rate = matched groups whose label contains all words of one of the accepted keywords of the need
//     (plurals and endings folded) / matched groups. A keyword check only: people must still read the labels.
//     speaker_accuracy = quotes that match a gold span and name its speaker / quotes that match a gold span.
//  8. request_linked = requests quoted inside the group matched to the underlying need / all requests.
//     request_detached = requests quoted in some other group of the first --top / all requests.
//  9. one_offs_grouped = one-off statements quoted in any of the first --top groups / all one-offs (lower is better).
//     noise_groups = groups in the first --top in which no need reaches half of the quotes.
//
// Exit status: 0 scored; 2 malformed input or bad use (the reason is on stderr).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const SLACK = 1.0;
export const NEAR = 12;
export class InputError extends Error {}
const fail = (msg) => {
  throw new InputError(msg);
};

// ---------- words ----------
export function words(text) {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) || []
  );
}
export function stem(w) {
  if (w.length < 4) return w;
  w = w.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  if (w.length > 5) w = w.replace(/(ing|ed|ly|ment)$/, '');
  return w.replace(/([^aeiou])\1$/, '$1').replace(/e$/, '');
}
function bag(list) {
  const m = new Map();
  for (const w of list) m.set(w, (m.get(w) || 0) + 1);
  return m;
}
function shared(a, b) {
  let n = 0;
  for (const [w, c] of a) n += Math.min(c, b.get(w) || 0);
  return n;
}

// ---------- checks ----------
const isObj = (x) => x !== null && typeof x === 'object' && !Array.isArray(x);
function needString(x, where) {
  if (typeof x !== 'string' || x.trim() === '')
    fail(`${where} must be a non-empty string, got ${JSON.stringify(x)}`);
  return x;
}
function needTime(x, where) {
  if (typeof x !== 'number' || !Number.isFinite(x) || x < 0)
    fail(`${where} must be a number of seconds >= 0, got ${JSON.stringify(x)}`);
  return x;
}
function needArray(x, where) {
  if (!Array.isArray(x)) fail(`${where} must be an array, got ${x === null ? 'null' : typeof x}`);
  return x;
}

function checkSpan(s, where, files) {
  if (!isObj(s)) fail(`${where} must be an object`);
  const interview = path.basename(needString(s.interview, `${where}.interview`));
  if (files && !files.has(interview))
    fail(
      `${where}.interview ${JSON.stringify(s.interview)} is not an interview of this gold file (known: ${[...files].slice(0, 4).join(', ')}, ...)`,
    );
  const start = needTime(s.start, `${where}.start`),
    end = needTime(s.end, `${where}.end`);
  if (end < start) fail(`${where}: end (${end}) is before start (${start})`);
  const text = needString(s.text, `${where}.text`);
  const speaker = needString(s.speaker, `${where}.speaker`);
  const w = words(text);
  if (w.length === 0) fail(`${where}.text has no words: ${JSON.stringify(text)}`);
  return { ...s, interview, start, end, speaker, text, bag: bag(w), n: w.length };
}

export function checkGold(g) {
  if (!isObj(g)) fail('gold: the file must hold an object');
  if (g.format !== 'needs-gold/1')
    fail(`gold.format must be "needs-gold/1", got ${JSON.stringify(g.format)}`);
  const files = new Set(
    needArray(g.interviews, 'gold.interviews').map((x, i) =>
      needString(x?.file, `gold.interviews[${i}].file`),
    ),
  );
  const ids = new Set();
  const needs = needArray(g.needs, 'gold.needs').map((n, i) => {
    const at = `gold.needs[${i}]`;
    if (!isObj(n)) fail(`${at} must be an object`);
    needString(n.id, `${at}.id`);
    if (ids.has(n.id)) fail(`${at}.id ${n.id} is used twice`);
    ids.add(n.id);
    const evidence = needArray(n.evidence, `${at}.evidence`).map((e, j) =>
      checkSpan(e, `${at}.evidence[${j}]`, files),
    );
    if (!evidence.length) fail(`${at} (${n.id}) has no evidence`);
    const participants = new Set(
      needArray(n.participants, `${at}.participants`).map((p, j) =>
        needString(p, `${at}.participants[${j}]`),
      ),
    );
    return { ...n, evidence, participants, keywords: needArray(n.keywords || [], `${at}.keywords`) };
  });
  if (!needs.length) fail('gold.needs is empty');
  const list = (key, needRef) =>
    needArray(g[key] || [], `gold.${key}`).map((x, i) => {
      const s = checkSpan(x, `gold.${key}[${i}]`, files);
      if (needRef && !ids.has(s.need))
        fail(`gold.${key}[${i}].need ${JSON.stringify(s.need)} is not a need of this file`);
      return s;
    });
  return {
    ...g,
    files,
    needs,
    requests: list('requests', true),
    counter: list('counter_statements', true),
    oneOffs: list('one_offs'),
    distractors: list('distractors'),
    neutral: list('neutral'),
    interviewers: new Set((g.interviewers || []).map((x) => x.name)),
  };
}

export const MIN_PEOPLE = 3;
export function restrict(g, only) {
  if (!isObj(g) || !Array.isArray(g.interviews) || !Array.isArray(g.needs)) return g; // checkGold says what is wrong
  const keep = new Set(only.map((f) => path.basename(f)));
  for (const f of keep)
    if (!g.interviews.some((x) => x && x.file === f))
      fail(`--only: ${f} is not an interview of this gold file`);
  const inside = (x) => keep.has(x.interview),
    out = { ...g, interviews: g.interviews.filter((x) => keep.has(x.file)), needs: [], neutral: [] };
  for (const k of ['requests', 'counter_statements', 'one_offs', 'distractors'])
    out[k] = (g[k] || []).filter(inside);
  for (const n of g.needs) {
    const evidence = n.evidence.filter(inside),
      participants = [...new Set(evidence.map((e) => e.speaker))];
    if (participants.length >= MIN_PEOPLE) {
      out.needs.push({ ...n, evidence, participants });
      continue;
    }
    const moved = ['requests', 'counter_statements'].flatMap((k) => out[k].filter((x) => x.need === n.id));
    for (const k of ['requests', 'counter_statements']) out[k] = out[k].filter((x) => x.need !== n.id);
    out.neutral.push(...evidence, ...moved);
  }
  if (!out.needs.length) fail('--only: no need has 3 participants left');
  return out;
}

export function checkPred(p, files) {
  return needArray(p, 'pred').map((grp, i) => {
    const at = `pred[${i}]`;
    if (!isObj(grp)) fail(`${at} must be an object`);
    needString(grp.label, `${at}.label`);
    const seen = new Set(); // the same quote twice in a group counts once
    const quotes = needArray(grp.quotes, `${at}.quotes`)
      .map((q, j) => checkSpan(q, `${at}.quotes[${j}]`, files))
      .filter((q) => {
        const k = JSON.stringify([q.interview, q.start, q.end, q.text]);
        if (seen.has(k)) return false;
        seen.add(k);
        return true;
      });
    if (!quotes.length) fail(`${at}.quotes is empty: a group without evidence can not be scored`);
    const participants = new Set(
      needArray(grp.participants, `${at}.participants`).map((n, j) =>
        needString(n, `${at}.participants[${j}]`),
      ),
    );
    return { label: grp.label, quotes, participants, rank: i + 1 };
  });
}

// ---------- matching ----------
const overlap = (a, b) => a.interview === b.interview && a.start <= b.end + SLACK && b.start <= a.end + SLACK;
export function quoteMatches(q, span) {
  if (!overlap(q, span)) return 0;
  const s = shared(q.bag, span.bag);
  if (s < 0.5 * Math.min(q.n, span.n) || s < 0.25 * q.n) return 0;
  return s;
}

const neutral = (q) => q.cls === 'counter' || q.cls === 'near';

export function score(goldRaw, predRaw, top = 15) {
  const gold = checkGold(goldRaw);
  const pred = checkPred(predRaw, gold.files);
  const spans = [];
  for (const n of gold.needs) for (const e of n.evidence) spans.push({ cls: 'need', need: n.id, span: e });
  for (const r of gold.requests) spans.push({ cls: 'request', need: r.need, span: r });
  for (const c of gold.counter) spans.push({ cls: 'counter', need: c.need, span: c });
  for (const c of gold.neutral) spans.push({ cls: 'counter', need: null, span: c });
  for (const o of gold.oneOffs) spans.push({ cls: 'one_off', span: o });
  for (const d of gold.distractors) spans.push({ cls: 'distractor', topic: d.topic, span: d });
  const byFile = new Map();
  for (const s of spans) {
    if (!byFile.has(s.span.interview)) byFile.set(s.span.interview, []);
    byFile.get(s.span.interview).push(s);
  }

  for (const grp of pred) {
    for (const q of grp.quotes) {
      let best = null,
        bestN = 0;
      for (const s of byFile.get(q.interview) || []) {
        const n = quoteMatches(q, s.span);
        if (n > bestN) {
          best = s;
          bestN = n;
        }
      }
      const near = () =>
        (byFile.get(q.interview) || []).some(
          (s) => s.cls === 'need' && q.start <= s.span.end + NEAR && s.span.start <= q.end + NEAR,
        );
      q.cls = best ? best.cls : gold.interviewers.has(q.speaker) ? 'interviewer' : near() ? 'near' : 'other';
      q.need =
        best && (best.cls === 'need' || best.cls === 'request' || best.cls === 'counter') ? best.need : null;
      q.hit = best ? best.span : null;
    }
    const counted = grp.quotes.filter((q) => !neutral(q));
    const tally = new Map();
    for (const q of counted) if (q.need) tally.set(q.need, (tally.get(q.need) || 0) + 1);
    grp.counted = counted.length;
    const [major, votes] = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] || [null, 0];
    grp.majority = votes > grp.counted / 2 ? major : null;
    grp.halfReached = votes >= grp.counted / 2 && votes > 0;
    grp.goldPeople = new Set(
      grp.majority ? counted.filter((q) => q.need === grp.majority).map((q) => q.hit.speaker) : [],
    );
    grp.covered = [];
    if (grp.majority) {
      const n = gold.needs.find((x) => x.id === grp.majority);
      for (const e of n.evidence) {
        const u = new Map();
        for (const q of grp.quotes)
          if (overlap(q, e)) for (const [w, c] of q.bag) u.set(w, Math.max(u.get(w) || 0, c));
        if (shared(u, e.bag) >= 0.5 * e.n) grp.covered.push(e);
      }
      const held = [...grp.goldPeople].filter((p) => n.participants.has(p)).length;
      grp.peopleCovered = held;
      grp.eligible = held >= n.participants.size / 2;
    } else {
      grp.eligible = false;
      grp.peopleCovered = 0;
    }
  }

  function assign(groups) {
    const m = new Map();
    for (const n of gold.needs) {
      const c = groups
        .filter((x) => x.eligible && x.majority === n.id)
        .sort(
          (a, b) =>
            b.peopleCovered - a.peopleCovered || b.covered.length - a.covered.length || a.rank - b.rank,
        );
      if (c.length) m.set(n.id, { group: c[0], duplicates: c.length - 1 });
    }
    return m;
  }
  const head = pred.slice(0, top);
  const matched = assign(head),
    matchedAll = assign(pred);
  const ratio = (a, b) => (b ? a / b : 0),
    f1 = (p, r) => (p + r ? (2 * p * r) / (p + r) : 0),
    round = (x) => Math.round(x * 1e4) / 1e4;

  let evFound = 0,
    good = 0,
    all = 0,
    countErr = 0,
    nameF1 = 0,
    labels = 0;
  const perNeed = gold.needs.map((n) => {
    const m = matched.get(n.id),
      row = {
        id: n.id,
        title: n.title,
        gold_participants: n.participants.size,
        gold_evidence: n.evidence.length,
        found: Boolean(m),
      };
    if (!m) {
      const frag = head
        .filter((x) => x.majority === n.id)
        .sort((a, b) => b.peopleCovered - a.peopleCovered)[0];
      return {
        ...row,
        near_miss: frag
          ? `group ${frag.rank} has ${frag.peopleCovered} of ${n.participants.size} participants`
          : null,
      };
    }
    const x = m.group,
      ok = x.quotes.filter((q) => !neutral(q) && q.need === n.id).length;
    evFound += x.covered.length;
    good += ok;
    all += x.counted;
    const err = Math.abs(x.participants.size - n.participants.size);
    countErr += err;
    const inter = [...x.participants].filter((p) => n.participants.has(p)).length;
    nameF1 += f1(ratio(inter, x.participants.size), ratio(inter, n.participants.size));
    const lab = new Set(words(x.label).map(stem));
    const hit = n.keywords.some((k) => words(k).every((w) => lab.has(stem(w))));
    if (hit) labels++;
    return {
      ...row,
      group: x.rank,
      label: x.label,
      label_hit: hit,
      pred_participants: x.participants.size,
      count_error: err,
      evidence_found: x.covered.length,
      quotes_right: ok,
      quotes: x.counted,
      duplicates: m.duplicates,
    };
  });
  const totalEv = gold.needs.reduce((a, n) => a + n.evidence.length, 0),
    nm = matched.size;
  const P = ratio(nm, head.length),
    R = ratio(nm, gold.needs.length),
    eP = ratio(good, all),
    eR = ratio(evFound, totalEv);
  const inGroup = (span, groups) => groups.filter((x) => x.quotes.some((q) => q.hit === span));
  let linked = 0,
    detached = 0;
  for (const r of gold.requests) {
    const gs = inGroup(r, head),
      m = matched.get(r.need);
    if (m && gs.includes(m.group)) linked++;
    else if (gs.length) detached++;
  }
  const grouped = gold.oneOffs.filter((o) => inGroup(o, head).length).length;
  let hits = 0,
    right = 0;
  for (const x of head)
    for (const q of x.quotes)
      if (q.hit) {
        hits++;
        if (q.speaker === q.hit.speaker) right++;
      }
  const kinds = {};
  for (const x of head) for (const q of x.quotes) kinds[q.cls] = (kinds[q.cls] || 0) + 1;
  const metrics = {
    need_recall: round(R),
    need_precision: round(P),
    need_f1: round(f1(P, R)),
    need_recall_all_groups: round(ratio(matchedAll.size, gold.needs.length)),
    evidence_precision: round(eP),
    evidence_recall: round(eR),
    evidence_f1: round(f1(eP, eR)),
    participant_count_error: nm ? round(countErr / nm) : null,
    participant_f1: nm ? round(nameF1 / nm) : null,
    label_hit_rate: nm ? round(labels / nm) : null,
    speaker_accuracy: hits ? round(right / hits) : null,
    request_linked: round(ratio(linked, gold.requests.length)),
    request_detached: round(ratio(detached, gold.requests.length)),
    one_offs_grouped: round(ratio(grouped, gold.oneOffs.length)),
    noise_groups: head.filter((x) => !x.halfReached).length,
    duplicate_groups: [...matched.values()].reduce((a, m) => a + m.duplicates, 0),
    groups_reported: pred.length,
    groups_scored: head.length,
    needs_in_gold: gold.needs.length,
    needs_matched: nm,
    quotes_by_class: kinds,
  };
  const groups = head.map((x) => ({
    rank: x.rank,
    label: x.label,
    quotes: x.quotes.length,
    participants: x.participants.size,
    majority_need: x.majority,
    gold_participants_covered: x.peopleCovered,
    status:
      matched.get(x.majority)?.group === x
        ? 'match'
        : x.eligible
          ? 'duplicate'
          : x.majority
            ? 'fragment'
            : x.halfReached
              ? 'tie'
              : 'noise',
  }));
  return { suite: gold.suite || null, top, metrics, needs: perNeed, groups };
}

// ---------- printing ----------
function table(rows, cols) {
  const cell = (r, c) => {
    const v = r[c.key];
    return v === undefined || v === null ? '-' : typeof v === 'boolean' ? (v ? 'yes' : 'no') : String(v);
  };
  const w = cols.map((c) =>
    Math.max(c.name.length, ...rows.map((r) => cell(r, c).slice(0, c.max || 60).length)),
  );
  const line = (xs) =>
    xs
      .map((x, i) => (cols[i].right ? x.padStart(w[i]) : x.padEnd(w[i])))
      .join('  ')
      .trimEnd();
  return [
    line(cols.map((c) => c.name)),
    line(w.map((n) => '-'.repeat(n))),
    ...rows.map((r) => line(cols.map((c) => cell(r, c).slice(0, c.max || 60)))),
  ].join('\n');
}
export function render(res, details) {
  const m = res.metrics,
    out = [];
  out.push(
    `suite ${res.suite}: ${m.needs_matched} of ${m.needs_in_gold} needs matched, ${m.groups_scored} groups scored (top ${res.top}), ${m.groups_reported} reported\n`,
  );
  out.push(
    table(
      Object.entries(m)
        .filter(([k]) => k !== 'quotes_by_class')
        .map(([k, v]) => ({ k, v })),
      [
        { key: 'k', name: 'metric' },
        { key: 'v', name: 'value', right: true },
      ],
    ),
    '',
  );
  out.push(
    'quotes by class: ' +
      Object.entries(m.quotes_by_class)
        .map(([k, v]) => `${k} ${v}`)
        .join(', '),
    '',
  );
  out.push(
    table(
      res.needs.map((n) => ({
        ...n,
        ev: n.found ? `${n.evidence_found}/${n.gold_evidence}` : `0/${n.gold_evidence}`,
        q: n.found ? `${n.quotes_right}/${n.quotes}` : null,
        ppl: n.found ? `${n.pred_participants}/${n.gold_participants}` : `-/${n.gold_participants}`,
        note: n.found ? n.label : n.near_miss || 'no group',
      })),
      [
        { key: 'id', name: 'need' },
        { key: 'title', name: 'title', max: 46 },
        { key: 'found', name: 'found' },
        { key: 'group', name: 'group', right: true },
        { key: 'ppl', name: 'people', right: true },
        { key: 'ev', name: 'evidence', right: true },
        { key: 'q', name: 'quotes', right: true },
        { key: 'label_hit', name: 'label ok' },
        { key: 'note', name: 'label / near miss', max: 60 },
      ],
    ),
  );
  if (details)
    out.push(
      '',
      table(res.groups, [
        { key: 'rank', name: 'rank', right: true },
        { key: 'status', name: 'status' },
        { key: 'majority_need', name: 'need' },
        { key: 'quotes', name: 'quotes', right: true },
        { key: 'participants', name: 'people', right: true },
        { key: 'gold_participants_covered', name: 'gold people', right: true },
        { key: 'label', name: 'label', max: 70 },
      ]),
    );
  return out.join('\n');
}

function readJson(file, what) {
  let t;
  try {
    t = fs.readFileSync(file, 'utf8');
  } catch (e) {
    fail(`can not read ${what} file ${file}: ${e.code || e.message}`);
  }
  try {
    return JSON.parse(t);
  } catch (e) {
    fail(`${what} file ${file} is not JSON: ${e.message}`);
  }
}
export function main(argv) {
  const o = { top: 15 };
  for (let i = 0; i < argv.length; i++) {
    const a = argv[i];
    if (a === '--gold' || a === '--pred' || a === '--top' || a === '--only') {
      if (argv[i + 1] === undefined) fail(`${a} needs a value`);
      o[a.slice(2)] = argv[++i];
    } else if (a === '--json' || a === '--table' || a === '--details') o[a.slice(2)] = true;
    else
      fail(
        `unknown argument ${a}; use: node score-needs.mjs --gold gold.json --pred pred.json [--top 15] [--only a.vtt,b.vtt] [--json | --table] [--details]`,
      );
  }
  if (!o.gold || !o.pred)
    fail(
      'use: node score-needs.mjs --gold gold.json --pred pred.json [--top 15] [--only a.vtt,b.vtt] [--json | --table] [--details]',
    );
  const top = Number(o.top);
  if (!Number.isInteger(top) || top < 1) fail(`--top must be a whole number >= 1, got ${o.top}`);
  const gold = readJson(o.gold, 'gold');
  const res = score(
    o.only
      ? restrict(
          gold,
          o.only
            .split(',')
            .map((x) => x.trim())
            .filter(Boolean),
        )
      : gold,
    readJson(o.pred, 'pred'),
    top,
  );
  if (!o.table)
    console.log(
      JSON.stringify(o.json || o.details ? res : { suite: res.suite, top: res.top, ...res.metrics }, null, 2),
    );
  if (!o.json) console.log((o.table ? '' : '\n') + render(res, o.details));
}
if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  try {
    main(process.argv.slice(2));
  } catch (e) {
    if (e instanceof InputError) {
      console.error(`score-needs: ${e.message}`);
      process.exit(2);
    }
    throw e;
  }
}

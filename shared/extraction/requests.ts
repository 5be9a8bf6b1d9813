// Requests: somebody asks for a solution, or reports having asked. What was asked for is shown beneath the need it
// stands for and is never evidence of a need by itself. The rules are made of grammar (who asks whom, and a verb of
// possibility), so that they hold whatever is asked for.

/** Phrases that ask only when they name a solution: "I'd like a button", but "I'd like to go home". */
const ASK =
  /\b(ask(?:ed|ing|s)?\b(?: \w+){0,3} (?:for|to (?:build|add|make|give|get))|ask(?:ed)? for|request(?:ed|s)?|(?:allowed|had|have|got|get) (?:a|one|three) wish(?:es)?|wish ?list|(?:i'd|we'd|i would|we would|they'd) (?:like|love|want)|wants? (?:a|an|some)|wanted (?:a|an|the|some|it)|(?:give|build|add|make|get) (?:me|us)|(?:build|add|make) it|put in (?:a|an)|voted|suggest(?:ed|ion)?|told (?:you|your|them)|wrote(?: \w+){0,2} (?:to|in|on) (?:you|your|their|them)|why (?:don't|can't) you|you should|could you)\b/i;
/** Things that software teams are asked to build. */
const SOLUTION =
  /\b(dash ?boards?|scores?|exports?|reports?|logs?|buttons?|alerts?|alarms?|filters?|accounts?|apps?|apis?|integrations?|templates?|charts?|graphs?|notifications?|notify|ai|models?|tools?|views?|access|databases?|analytics|search|tags?|fields?|columns?|widgets?|sync|import|calendar|chat ?bots?|bots?|blaster|texting|text messages?|sms|emails?|reminders?|features?|screens?|pages?|settings?|modes?|plug-?ins?|spreadsheets?|excel|pdf|csv|portal|map|timer|lists?|forms?|traffic lights?|red|automation|automatic(?:ally)?|customi[sz]able|shortcuts?|undo|history|versions?|permissions?|roles?|logins?|links?|qr|print(?:er|out)?|summary|summaries|checklists?|trackers?|banners?|pop-?ups?|menus?|tabs?|lights?|cameras?|sensors?|voice|video|chat|badges?|colou?rs?|labels?)\b/i;

/** Whom was asked: up to six words, but not "me" or "us", who were asked themselves, nor what begins the asking. */
const WHOM = "(?: (?!if\\b|for\\b|whether\\b|me\\b|us\\b)[\\w']+){0,6}";
const ASKED =
  "(?:asked|(?:been|keep|kept|keeps) asking|(?:did|going to|gonna|wanted to|meant to|should|would|could|might|i'd|we'd|i'll|we'll) ask)";
/** An answer to "if" that can be built: "if they could…", but not "if she was ill". */
const POSSIBLE = "(?:could|can|can't|couldn't|would|wouldn't|might|possible|way|(?:it|they|you|we|there)'d)";
const GIVE = '(?:get|have|add|make|build|buy|put|give|ask|let|show)';

/** Asking as people report it, whatever was asked for: the asking itself is sign enough here. */
const REPORTED = new RegExp(
  `\\b(?:${[
    // "I asked them for one", "we keep asking for it", "I was going to ask you for…"
    `${ASKED}${WHOM} for`,
    // "asked whether it could", "we were wondering if there's a way"
    `(?:${ASKED}${WHOM}|wondered|wondering) (?:if|whether)(?: [\\w']+){0,6}? ${POSSIBLE}`,
    // "I asked would it be possible"
    "asked(?: (?!me\\b|us\\b|to\\b)[\\w']+){0,3} (?:would|could|can) (?:it|they|you|we|i)",
    // "asked support to add"
    "asked(?: (?!me\\b|us\\b|to\\b)[\\w']+){1,4} to (?:build|add|make|include|change|provide|support|allow|let)",
    'requested|suggested|voted for|wish ?list|feature request',
    // "put in a request", "raised yet another ticket"
    "(?:put in|raised|filed|opened|submitted|logged)(?: [\\w']+){1,3} (?:request|ticket|suggestion|word)",
    // "told the sales guy I'd want", "told them we need a"
    "(?:told|tell)(?: [\\w']+){1,4} (?:(?:i'd|we'd) (?:want|need|like|love)|(?:i|we) (?:want|need)(?:ed)? (?:a|an|some|one|more|it))",
    // "he said we should get", "wrote that they ought to make", "I think you should give people"
    `(?:(?:sa(?:id|ys?)|told|tell|wrote|reckons?)(?: [\\w']+){0,4},?(?: that)? (?:we|you|they|i|someone|somebody)|(?:think|reckon) you) (?:should|could|ought to|needs? to)(?: [\\w']+)? ${GIVE}`,
    // "I rang them and said, can you not make it", "we wrote please add"
    `(?:i|we)(?:'ve)? (?:said|wrote|told|rang|emailed|called|phoned)\\b[^.?!]{0,30}?[ ,](?:(?:can|could|can't|couldn't|why can't|why don't|why not|would|will|won't) (?:you|they|it|we)(?: not| just| please)*|please|just) (?:include|change|${GIVE})`,
  ].join('|')})\\b`,
  'i',
);

/** True when the words report asking, or ask for something and name a solution; one of these two alone says little. */
export function asksForSolution(text: string): boolean {
  const said = text.replace(/[’]/g, "'");
  return REPORTED.test(said) || (ASK.test(said) && SOLUTION.test(said));
}

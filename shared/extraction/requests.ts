// Requests: somebody asks for a solution, or reports having asked. What was asked for is shown beneath the need it
// stands for and is never evidence of a need by itself.

/** Asking phrases. The encoder's request head knows direct asks; these add reported ones ("I asked them for"). */
const ASK =
  /\b(ask(?:ed|ing|s)?\b(?: \w+){0,3} (?:for|to (?:build|add|make|give|get))|ask(?:ed)? for|request(?:ed|s)?|(?:allowed|had|have|got|get) (?:a|one|three) wish(?:es)?|wish ?list|(?:i'd|we'd|i would|we would|they'd) (?:like|love|want|say)|wants? (?:a|an|some)|wanted (?:a|an|the|some|it)|(?:give|build|add|make|get) (?:me|us|it|in)|put in (?:a|an)|voted|suggest(?:ed|ion)?|told (?:you|your|them)|wrote (?:it|this|that|to you)|why (?:don't|can't) you|you should|could you)\b/i;
/** Things that software teams are asked to build. */
const SOLUTION =
  /\b(dash ?boards?|scores?|exports?|reports?|logs?|buttons?|alerts?|alarms?|filters?|accounts?|apps?|apis?|integrations?|templates?|charts?|graphs?|notifications?|notify|ai|models?|tools?|views?|access|databases?|analytics|search|tags?|fields?|columns?|widgets?|sync|import|calendar|chat ?bots?|bots?|blaster|texting|text messages?|sms|emails?|reminders?|features?|screens?|pages?|settings?|modes?|plug-?ins?|spreadsheets?|excel|pdf|csv|portal|map|timer|lists?|forms?|traffic lights?|red|automation|automatic(?:ally)?|customi[sz]able|shortcuts?|undo|history|versions?|permissions?|roles?|logins?|links?|qr|print(?:er|out)?|summary|summaries|checklists?|trackers?|banners?|pop-?ups?|menus?|tabs?|lights?|cameras?|sensors?|voice|video|chat|badges?|colou?rs?|labels?)\b/i;

/**
 * Asking as people report it, whatever was asked for: "I asked them whether", "I was going to ask if", "we wondered
 * if", "somebody suggested", "told them I'd want", "he said we should get". The asking itself is sign enough here.
 */
const REPORTED =
  /\b((?:asked|(?:did|to|gonna|should|would|could|might) ask)(?: (?!if|for|whether)[\w']+){0,4} (?:for|if|whether)|wondered (?:if|whether)|requested|put in (?:a|an|the) (?:request|ticket|word)|suggested|(?:told|tell)(?: [\w']+){1,4} (?:i'd|we'd|i|we) (?:want|need|like|love)|sa(?:id|ys?),?(?: that)? (?:we|you|they|i) (?:should|could|ought to|need to) (?:\w+ )?(?:get|have|add|make|build|buy|put|give|ask)|wish ?list|voted for)\b/i;

/** True when the words report asking, or ask for something and name a solution; one of these two alone says little. */
export function asksForSolution(text: string): boolean {
  const said = text.replace(/[’]/g, "'");
  return REPORTED.test(said) || (ASK.test(said) && SOLUTION.test(said));
}

/** A place in an interview. */
export interface Place {
  /** Index of the interview. */
  readonly interview: number;
  readonly participant: string | null;
  /** Position among the interview's segments. */
  readonly at: number;
}

/**
 * For each request the index of the group with the nearest member of the same participant in the same interview, at
 * most `near` segments away, or -1. Of equally near groups the first wins: groups come best first.
 */
export function attachRequests(
  requests: readonly Place[],
  groups: readonly (readonly Place[])[],
  near: number,
): number[] {
  return requests.map((request) => {
    let best = -1;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const [g, members] of groups.entries()) {
      for (const member of members) {
        if (member.interview !== request.interview || member.participant !== request.participant) continue;
        const distance = Math.abs(member.at - request.at);
        if (distance >= bestDistance) continue;
        bestDistance = distance;
        best = g;
      }
    }
    return bestDistance <= near ? best : -1;
  });
}

/**
 * The same for groups of which the first `needs` recur: a weaker signal gets only the requests that no need is near
 * enough for, however much nearer it is itself.
 */
export function attachToNeedsFirst(
  requests: readonly Place[],
  groups: readonly (readonly Place[])[],
  needs: number,
  near: number,
): number[] {
  const ofNeeds = attachRequests(requests, groups.slice(0, needs), near);
  const ofWeaker = attachRequests(requests, groups.slice(needs), near);
  return ofNeeds.map((need, r) => {
    const weaker = ofWeaker[r] ?? -1;
    return need >= 0 || weaker < 0 ? need : needs + weaker;
  });
}

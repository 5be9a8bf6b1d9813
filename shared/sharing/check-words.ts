// Words that stand for a computer's key, so that two people can compare it aloud. It knows no certificate.

/** 256 short words that are hard to mishear for each other: one for each value of a byte. Their order must never change. */
const WORDS =
  `able acid actor adult agent alarm album alley amber angel ankle apple apron arbor arena armor atlas attic autumn axle
bacon badge bagel baker banjo barley basil basin beach beacon bench berry bingo birch bison blanket blossom boiler bonus
border bottle branch bread bridge bronze broom bucket budget bugle butter cabin cactus camel candle canoe canvas carbon
carpet castle cedar cello chalk cherry chimney cider cinema circus citrus clover cobalt cocoa comet copper coral cotton
cousin cradle crayon cricket crystal cube cumin curtain cymbal dahlia dairy dancer denim desert diary dinner doctor dolphin
domino donkey dragon drum eagle easel echo elbow elder ember engine epic estate fable fabric falcon farmer feather fennel
ferry fiddle finger flame flute fossil fountain galaxy garden garlic gecko ginger glacier goblet granite guitar hammer
harbor hazel helmet heron hollow honey hotel husky igloo indigo insect iris island ivory jacket jaguar jasmine jigsaw jungle
juniper kettle kitten koala ladder lagoon lantern laurel lemon lentil lily linen lizard lobster lotus lumber magnet mango
maple marble meadow melon mentor mirror mitten monkey mosaic mustard napkin nectar needle nickel nutmeg oasis ocean olive
onion opera orbit orchid otter oyster paddle panda papaya parrot pastel peanut pebble pepper piano pickle pigeon pillow pine
planet plum pocket poplar potato prairie pumpkin puzzle quartz quilt rabbit radish raven ribbon river robin rocket
saddle saffron salmon sandal satin saturn scarf sesame shovel silver spinach spiral squirrel stadium sugar sunset tango
teapot temple thimble tiger timber tomato trumpet tulip tunnel turtle umbrella velvet violin walnut
walrus willow window yogurt zebra`.split(/\s+/);

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const COUNT = 6;

/**
 * Six words (48 bits) for the SHA-256 of a public key in base64url, as it stands in an invite link; empty for what is no
 * such key.
 */
export function checkWordsOf(key: string): readonly string[] {
  if (!/^[A-Za-z0-9_-]{43}$/.test(key)) return [];
  const bits = [...key.slice(0, (COUNT * 8) / 6)].map((sign) => SIGNS.indexOf(sign));
  const words: string[] = [];
  for (let at = 0; at < bits.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bits.slice(at, at + 4);
    const whole = (a << 18) | (b << 12) | (c << 6) | d;
    for (const shift of [16, 8, 0]) words.push(WORDS[(whole >> shift) & 255] ?? '');
  }
  return words;
}

/**
 * Words that generated values are made of: short, plain, unlikely to be in an answer by chance, and none a part of
 * another. A recording was made with them, so a changed list means recording anew.
 * @module
 */

export const WORDS: readonly string[] =
  `acorn almond anchor apron bagel bamboo banjo basil beacon biscuit blanket bonfire bramble breeze bucket butter
  cabin cactus candle canyon caramel carrot cedar cello cherry chimney cider clover cobalt comet copper cotton
  daisy dolphin donkey ember falcon fiddle flannel fossil garlic geyser ginger glacier granite gravel
  hammock harbour hazel hedgehog helmet heron honey igloo ivory jasmine jigsaw juniper kayak kettle kiwi
  ladder lagoon lantern lemon lilac lizard magnet mango maple marble meadow mitten muffin mustard
  nectar nutmeg oboe olive orchid otter paddle parsnip peach pebble pepper pigeon pillow plum puffin pumpkin
  quartz quilt radish raven ribbon saffron salmon saddle sparrow spruce thistle thunder timber tulip turnip
  velvet violin waffle walnut walrus willow yogurt zebra`.split(/\s+/u)

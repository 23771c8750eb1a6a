// A text of words and another reading of it → the text as it is, with the other's numbers.
// Surprise: the other reading's words are dropped. One odd word (执行率 read 热行率) leaves nothing to compare, and no error is resolved by that.

/** A number with the unit that says how much it is. */
const NUMBER = /\d[\d.,，．]*(?:\s*(?:[%％‰]|[亿万]?元))?/g;
/** A comma that parts no three digits: a point, read so. */
const COMMA_FOR_POINT = /[,，．](?!\d{3}(?!\d))/g;

/** Where one of the two has more numbers, which stand for which is not known; that reading stands as it was read, and so does one without any. */
export function renumbered(text: string, other: string): string {
  const own = numbersIn(text);
  const others = numbersIn(other);
  if (own.length !== others.length || own.length === 0) return other;
  let at = -1;
  return text.replace(NUMBER, (number) => {
    at++;
    return own[at] === others[at] ? number : (others[at] ?? number);
  });
}

function numbersIn(text: string): readonly string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replace(COMMA_FOR_POINT, '.'));
}

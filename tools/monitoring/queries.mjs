// What the answer to a query is worth, and what an alert looks at.

/** "data", "no data", or "only NaN", which a graph does not show either. */
export function seenData(samples) {
  if (samples.length === 0) {
    return 'no data';
  }
  return samples.some(({ value }) => value[1] !== 'NaN') ? 'data' : 'only NaN';
}

/**
 * The sides of an alert's comparisons, which have data while the comparison has none. What waits for something to be
 * absent has none by its nature.
 */
export function withoutThreshold(expression) {
  return withShortSteps(expression)
    .split(/\s+and\s+/)
    .flatMap(condition => condition.startsWith('absent(')
      ? [condition.slice('absent('.length, -1)]
      : condition.split(/\s+[<>=]=?\s+(?![^(]*\))/))
    .filter(side => !/^[\d.]+$/.test(side));
}

/** A sub-query looks at round times only, of which a short run has none. */
function withShortSteps(expression) {
  return expression.replace(/:\d+m\]/g, ':1s]');
}

// The queries of a Grafana dashboard, as Grafana would send them.

/** All workers, and intervals that a short run fills. */
const VARIABLES = {
  instance: '.*',
  __rate_interval: '2m',
  __range: '15m'
};

export function queriesOf(dashboard) {
  return dashboard.panels.flatMap(panel =>
    (panel.targets ?? []).map(({ expr }) => ({ panel: panel.title, expression: filled(expr) })));
}

function filled(expression) {
  const text = Object.entries(VARIABLES).reduce((all, [name, value]) => all.replaceAll(`$${name}`, value), expression);
  if (text.includes('$')) {
    throw new Error(`A variable of the dashboard is not known here: ${text}`);
  }
  return text;
}

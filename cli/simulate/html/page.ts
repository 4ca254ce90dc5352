import type { SimulationResult } from '../../../simulator/index.ts';
import { count } from '../../report/figures.ts';
import type { Simulated } from '../simulated.ts';
import { comparisonSections, comparisonTitle } from './comparison-sections.ts';
import { escaped } from './markup.ts';
import { runSections } from './run-sections.ts';
import { STYLES } from './styles.ts';
import { sweepSections } from './sweep-sections.ts';

/**
 * The report of a simulation as one HTML file: charts are drawn into it, nothing is loaded, nothing runs.
 *
 * @example writeFileSync('report.html', simulationPage(simulated))
 */
export function simulationPage(simulated: Simulated): string {
  const { title, result, sections } = parts(simulated);
  const { prospects, treated, holdout, seed } = result;
  const settings = Object.entries(result.settings).filter(([name]) => simulated.kind !== 'sweep' || name !== simulated.parameter);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)} · simulation</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<header>
<p>Simulation</p>
<h1>${escaped(title)}</h1>
<p>${count(prospects)} synthetic people, ${count(treated)} in the campaign and ${count(holdout)} held out · seed ${seed}${settings.map(([name, value]) => ` · ${escaped(name)} = ${value}`).join('')}</p>
</header>
${sections}
<footer>People who don't exist, in virtual time, on the engine that runs the real journeys. Rates come from the scenario's <code>population.ts</code>; a forecast is as good as they are.</footer>
</main>
</body>
</html>
`;
}

function parts(simulated: Simulated): { title: string; result: SimulationResult; sections: string } {
  switch (simulated.kind) {
    case 'run':
      return { title: simulated.result.scenario, result: simulated.result, sections: runSections(simulated.result, simulated.coverage) };
    case 'comparison':
      return { title: comparisonTitle(simulated.comparison), result: simulated.comparison.first, sections: comparisonSections(simulated.comparison) };
    case 'sweep':
      return { title: `${simulated.points[0]!.result.scenario} by ${simulated.parameter}`, result: simulated.points[0]!.result, sections: sweepSections(simulated.parameter, simulated.points) };
  }
}

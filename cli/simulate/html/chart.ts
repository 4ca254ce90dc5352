/** Charts of a simulation are drawn as those of the dashboard are. Exports only. */
export { axes, chart, COLOURS, legend, values } from '../../../dashboard/charts/drawing.ts';

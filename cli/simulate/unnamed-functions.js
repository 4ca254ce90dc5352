/**
 * A loader hook on top of tsx's. tsx has esbuild keep the name of every function by a call when the function is made, which takes a third of a
 * microsecond; an engine that makes sixty of them a journey spends a third of its time on names that nobody reads. The text keeps its length, so that source
 * maps and coverage still fit. Where tsx does its work elsewhere, nothing is found and nothing is changed.
 */
const NAMING = 'var __name=(target,value)=>__defProp(target,"name",{value,configurable:true});';
const PLAIN = 'var __name=target=>target;'.padEnd(NAMING.length);

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!/\/(engine|simulator|scenarios|bench)\/.*\.tsx?(\?|$)/.test(url) || loaded.source === undefined || loaded.source === null) return loaded;
  return { ...loaded, source: String(loaded.source).replace(NAMING, PLAIN) };
}

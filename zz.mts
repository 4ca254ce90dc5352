import { sampleCard } from './bench/print/sample-cards.ts';
import { renderPrintRun } from './activities/print/render-print-run.ts';
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000};
const pieces=Array.from({length:1000},(_, i)=>sampleCard(i));
for (let i=0;i<+(process.env.N??4);i++){ const b=cpu(); const r=await renderPrintRun({title:'x',pieces,at:new Date(0)}); const c=cpu(); console.log('ours',((c-b)/1000).toFixed(3),r.pdf.length);}

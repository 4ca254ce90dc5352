import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { traceCampaign } from '../../cli/campaign/index.ts';
import { exploreVersion } from '../../cli/exploration/index.ts';
import { countPeople, mermaid, svg } from '../../cli/graph/index.ts';
import { picture, pictured } from '../../cli/graph/pictures.ts';
import { pathGraph, type PathGraph } from '../../simulator/explore/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { campaignOnRecord } from './campaign-on-record.ts';

let graph: PathGraph;
beforeAll(async () => {
  graph = pathGraph(await exploreVersion({ name: 'boiler-renewal', version: 1 }));
});

describe('parcours graph', () => {
  test('draws boiler-renewal as Mermaid: by email or by post, the interest, 30 days of hope', () => {
    expect(mermaid(graph)).toMatchInlineSnapshot(`
     "flowchart TD
       start(["enters"]):::start
       n1["Post: renewal-postcard<br/>offer: replace or service"]:::print
       n2{{"Wait for scan, visit or reply<br/>up to 21 days from the letter box"}}:::wait
       n3["Email: reminder-email<br/>offer: replace or service"]:::email
       n4["Post: reminder-card<br/>offer: replace or service"]:::print
       n5{{"Wait for reply<br/>up to 1 day"}}:::web
       n6["Email: thank-you<br/>interest: advice, replace or service<br/>variant: warm or factual"]:::email
       n7{{"Wait for click or reply<br/>up to 14 days"}}:::wait
       n8{{"Wait for scan, visit or reply<br/>up to 14 days from the letter box"}}:::wait
       n9(["silent"]):::end
       n10{{"Wait for click<br/>up to 7 days"}}:::wait
       n11{{"Pause 30 days"}}:::wait
       n12["Social invitation: follow-us"]:::social
       n13(["interested"]):::end
       n14(["engaged"]):::end
       start --> n1
       n1 --> n2
       n1 -->|"not sent: no-consent, if consent to email"| n3
       n1 -->|"not sent: no-consent, if no consent to email"| n4
       n2 -->|"time is up after 21 days, if consent to email"| n3
       n2 -->|"time is up after 21 days, if no consent to email"| n4
       n2 -->|"scan or visit"| n5
       n2 -->|"reply"| n6
       n3 --> n7
       n4 --> n8
       n4 -->|"not sent: no-consent"| n9
       n5 -->|"time is up after 1 day or reply"| n6
       n6 --> n10
       n6 -->|"not sent: no-consent"| n11
       n7 -->|"click"| n5
       n7 -->|"reply"| n6
       n7 -->|"time is up after 14 days"| n9
       n8 -->|"scan or visit"| n5
       n8 -->|"reply"| n6
       n8 -->|"time is up after 14 days"| n9
       n10 -->|"time is up after 7 days"| n11
       n10 -->|"click"| n12
       n11 -->|"without a click of thank-you"| n13
       n11 -->|"after a click of thank-you"| n14
       n12 --> n11
       anytime["At any moment<br/>purchase or redeem → converted<br/>unsubscribe → unsubscribe<br/>returned → returned<br/>complained → complained<br/>90 days are over → expired"]:::frame
       classDef start fill:#22272e,stroke:#22272e,color:#ffffff
       classDef print fill:#fde8d7,stroke:#c2570c,color:#431407
       classDef wait fill:#f3f4f6,stroke:#6b7280,color:#1f2937
       classDef email fill:#dbeafe,stroke:#2563eb,color:#172554
       classDef web fill:#d5f5ec,stroke:#0f766e,color:#042f2e
       classDef end fill:#ffffff,stroke:#22272e,color:#22272e
       classDef social fill:#ede4fd,stroke:#7c3aed,color:#2e1065
       classDef frame fill:none,stroke:#9ca3af,stroke-dasharray:4 4,color:#6b7280
     "
    `);
  });

  test.each(pictured())('the picture of %s in docs/scenarios is that of the scenario: npm run graphs makes it anew', async (name) => {
    const { file, text } = await picture(name);
    expect(await readFile(file, 'utf8').catch(() => `none at ${file}`)).toBe(text);
  });

  test('a picture has all it needs inside, in light and in dark', async () => {
    const drawn = await svg(graph);
    expect(drawn).toContain('@media (prefers-color-scheme:dark)');
    expect(drawn.match(/href=|url\(|@import/g)).toBeNull();
    expect([...drawn.matchAll(/class="title"[^>]*>([^<]+)</g)].map(([, title]) => title)).toEqual(
      expect.arrayContaining(['renewal-postcard', 'reminder-card', 'reminder-email', 'silent', 'engaged', 'interested']),
    );
  });
});

describe('with a live campaign', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    await campaignOnRecord(store);
  });
  afterAll(() => store.destroy());

  test('counts who waits where, and who went which way, from the database', async () => {
    const { people } = await traceCampaign(store, 'spring', { now: Date.parse('2027-03-11T08:00:00Z') });
    const { graph: drawn, counts } = await countPeople(graph, people());
    expect(counts.people).toBe(7);
    expect(counts.unplaced).toBe(1);
    const counted = mermaid(drawn, counts)
      .split('\n')
      .filter((line) => /here now|so far/.test(line));
    expect(counted).toMatchInlineSnapshot(`
     [
       "  start(["enters<br/>1 here now"]):::start",
       "  n2{{"Wait for scan, visit or reply<br/>up to 21 days from the letter box<br/>2 here now"}}:::wait",
       "  n7{{"Wait for click or reply<br/>up to 14 days<br/>1 here now"}}:::wait",
       "  n11{{"Pause 30 days<br/>1 here now"}}:::wait",
       "  start -->|"5 so far"| n1",
       "  n1 -->|"4 so far"| n2",
       "  n1 -->|"not sent: no-consent, if consent to email<br/>1 so far"| n3",
       "  n2 -->|"scan or visit<br/>1 so far"| n5",
       "  n3 -->|"1 so far"| n7",
       "  n5 -->|"time is up after 1 day or reply<br/>1 so far"| n6",
       "  n6 -->|"1 so far"| n10",
       "  n10 -->|"click<br/>1 so far"| n12",
       "  n12 -->|"1 so far"| n11",
     ]
    `);
  });

  test('whoever was moved to another version is not in the picture', async () => {
    await store.updateTable('journeys').set({ version: 2 }).where('id', '=', 'spring/anne').execute();
    const { people } = await traceCampaign(store, 'spring', { now: Date.parse('2027-03-11T08:00:00Z') });
    const { counts } = await countPeople(graph, people());
    expect(counts.people).toBe(6);
  });

  test('says what to do when there is no such campaign', async () => {
    await expect(traceCampaign(store, 'autumn')).rejects.toThrow(
      "Expected a campaign of this database, got 'autumn'. Launch it first: parcours launch <scenario> --campaign autumn.",
    );
  });
});

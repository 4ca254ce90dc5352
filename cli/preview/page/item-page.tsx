import type { ReactNode } from 'react';
import type { Card, Item, Mail, Page, Reply } from '../question.ts';
import { Controls } from './controls.tsx';
import { nameOfKind } from './icons.tsx';
import { Checks, Lines, Mailbox, Props, Weight } from './inspector.tsx';
import { Failure, page, type Place } from './shell.tsx';
import { CardStage, MailStage, PageStage } from './stages.tsx';

type Located = Place & { readonly item: Item };

export function mailPage(place: Located, reply: Reply<Mail>): string {
  return itemPage(place, reply, {
    stage: (mail) => <MailStage mail={mail} {...place} />,
    notes: (mail) => (
      <>
        <Mailbox mail={mail} />
        <Weight bytes={mail.bytes} />
        <Checks checks={mail.checks} />
      </>
    ),
  });
}

export function cardPage(place: Located, reply: Reply<Card>): string {
  return itemPage(place, reply, {
    stage: (card) => <CardStage card={card} {...place} />,
    notes: ({ checks, lines }) => (
      <>
        <Checks checks={checks} />
        <Lines lines={lines} />
      </>
    ),
  });
}

export function personalPage(place: Located, reply: Reply<Page>): string {
  return itemPage(place, reply, { stage: () => <PageStage {...place} />, notes: ({ checks }) => <Checks checks={checks} /> });
}

interface Parts<Value> {
  stage(value: Value): ReactNode;
  notes(value: Value): ReactNode;
}

function itemPage<Value>(place: Located, reply: Reply<Value>, { stage, notes }: Parts<Value>): string {
  const { item } = place;
  const about = [nameOfKind(item), ...(item.purpose ? [`needs consent to ${item.purpose}`] : [])];
  return page(
    item.name,
    place,
    <>
      <div className="head">
        <div>
          <h1>{item.name}</h1>
          <p className="quiet">{about.join(' · ')}</p>
        </div>
        <Controls {...place} />
      </div>
      <div className="work">
        {'problem' in reply ? <Failure problem={reply.problem} /> : stage(reply.value)}
        <aside className="notes" aria-label="Notes">
          {'value' in reply && notes(reply.value)}
          {item.kind !== 'leaflet' && item.kind !== 'area' && <Props {...place} />}
        </aside>
      </div>
    </>,
  );
}

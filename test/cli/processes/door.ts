import { createServer } from 'node:http';

/** A process of a stack, as small as can be: answers /healthz on DOOR_PORT, or dies of DOOR_JAMS. */
if (process.env['DOOR_JAMS']) {
  console.error(`The door jams: ${process.env['DOOR_JAMS']}`);
  process.exit(3);
}
createServer((request, response) => {
  response.writeHead(request.url === '/healthz' ? 200 : 404).end();
  if (request.url === '/fall') process.exit(4);
}).listen(Number(process.env['DOOR_PORT']), '127.0.0.1', () => console.log('door open'));

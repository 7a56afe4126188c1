// Clients of the official TypeScript SDKs, all connected before the first of them lists and calls.
//   node sdk-client.mjs '[{"kind": "old|new|modern", "target": ..., "more": [...], "calls": [{"name": ..., "arguments": ...}]}, ...]'
// Prints [{server, session, tools, answers}, ...] as JSON, in the order of the clients.
// old: the 1.x package; new: the 2.x package with its plain handshake; modern: 2.x held to the 2026-07-28 revision.
// target: a URL, and more are headers as "Name: value"; or an executable, and more are its arguments.
async function connect({ kind, target, more }) {
  const from = kind === "old" ? "@modelcontextprotocol/sdk/client" : "@modelcontextprotocol/client";
  const { Client } = await import(kind === "old" ? `${from}/index.js` : from);
  const options = kind === "modern" ? { versionNegotiation: { mode: { pin: "2026-07-28" } } } : {};
  const client = new Client({ name: "end-to-end-tests", version: "1.0.0" }, options);
  const transport = URL.canParse(target) ? await overHttp() : await overStdio();
  await client.connect(transport);
  return { client, transport };

  async function overHttp() {
    const { StreamableHTTPClientTransport } = await import(kind === "old" ? `${from}/streamableHttp.js` : from);
    const headers = Object.fromEntries(more.map((header) => header.split(": ", 2)));
    return new StreamableHTTPClientTransport(new URL(target), { requestInit: { headers } });
  }

  async function overStdio() {
    const { StdioClientTransport } = await import(kind === "old" ? `${from}/stdio.js` : `${from}/stdio`);
    return new StdioClientTransport({ command: target, args: more, stderr: "inherit" });
  }
}

async function work({ client, transport }, calls) {
  const session = transport.sessionId ?? null;
  const { tools } = await client.listTools();
  const answers = [];
  for (const call of calls) answers.push(await client.callTool(call));
  const outcome = {
    server: client.getServerVersion(),
    session,
    tools: tools.map((tool) => tool.name),
    answers,
  };
  if (session) await transport.terminateSession();
  await client.close();
  return outcome;
}

const clients = JSON.parse(process.argv[2]);
const connected = await Promise.all(clients.map(connect));
const outcomes = await Promise.all(connected.map((connection, i) => work(connection, clients[i].calls)));
console.log(JSON.stringify(outcomes));

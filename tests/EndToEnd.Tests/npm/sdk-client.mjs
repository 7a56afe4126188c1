// One session of an official TypeScript SDK with a server, over stdio. Prints {server, tools, answer} as JSON.
//   node sdk-client.mjs old|new|modern BINARY TOOL '{arguments}' [SERVER_ARGUMENT...]
// old: the 1.x package; new: the 2.x package with its plain handshake; modern: 2.x held to the 2026-07-28 revision.
const [kind, command, tool, json, ...args] = process.argv.slice(2);

const { Client } = await import(
  kind === "old" ? "@modelcontextprotocol/sdk/client/index.js" : "@modelcontextprotocol/client"
);
const { StdioClientTransport } = await import(
  kind === "old" ? "@modelcontextprotocol/sdk/client/stdio.js" : "@modelcontextprotocol/client/stdio"
);

const options = kind === "modern" ? { versionNegotiation: { mode: { pin: "2026-07-28" } } } : {};
const client = new Client({ name: "end-to-end-tests", version: "1.0.0" }, options);
await client.connect(new StdioClientTransport({ command, args, stderr: "inherit" }));
const { tools } = await client.listTools();
const answer = await client.callTool({ name: tool, arguments: JSON.parse(json) });
console.log(JSON.stringify({ server: client.getServerVersion(), tools: tools.map((t) => t.name), answer }));
await client.close();

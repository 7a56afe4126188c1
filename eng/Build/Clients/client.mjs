// Connects one client to the server, lists the tools, calls one, and writes what came of it as a line of JSON.
// node client.mjs CLIENT TRANSPORT COMMAND URL [ARGUMENT...]
import { execFile, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startModel } from "./model.mjs";
import { allow } from "./user.mjs";

const [client, transport, command, url, ...args] = process.argv.slice(2);
const run = promisify(execFile);
const tool = "get_task";
const call = { task: "DEV-1", fields: ["name"] };
const isStdio = transport === "stdio";
const signsIn = transport === "sign-in";

const version = (name) => JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")).version;
const program = (name) => join(process.cwd(), "node_modules", ".bin", name);

// What a library keeps of a sign-in, by the interface that the official SDK has for it; the user is asked where it would open a browser.
class Provider {
  redirectUrl = "https://client.example/callback";
  clientMetadata = { client_name: client, redirect_uris: [this.redirectUrl], token_endpoint_auth_method: "none" };
  clientInformation = () => this.registered;
  saveClientInformation = (registered) => (this.registered = registered);
  tokens = () => this.kept;
  saveTokens = (kept) => (this.kept = kept);
  codeVerifier = () => this.verifier;
  saveCodeVerifier = (verifier) => (this.verifier = verifier);
  redirectToAuthorization = async (asked) => (this.code = new URL(await allow(asked.href)).searchParams.get("code"));
}

// Connects as a library does: the first time is refused and leads to the sign-in, the second is let in.
async function connected(connect, library = "@modelcontextprotocol/sdk/client/auth.js") {
  if (!signsIn) {
    return connect(undefined);
  }
  const provider = new Provider();
  try {
    return await connect(provider);
  } catch (problem) {
    if (!provider.code) {
      throw problem;
    }
  }
  const { auth } = await import(library);
  await auth(provider, { serverUrl: url, authorizationCode: provider.code });
  return connect(provider);
}

// Programs open a browser: theirs is the user.
function withUser(env, home) {
  const bin = join(home, "bin");
  for (const name of ["xdg-open", "www-browser"]) {
    write(bin, name, `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), "user.mjs")}" "$1"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  // No browser of the machine is found either: some look for what its desktop has for web addresses.
  const desktop = { XDG_DATA_DIRS: join(home, "none"), XDG_CONFIG_DIRS: join(home, "none") };
  Object.assign(env, { PATH: `${bin}:${env.PATH}`, BROWSER: join(bin, "xdg-open"), DISPLAY: ":0", ...desktop });
  return env;
}

// Over stdio the server writes itself into the settings of those that it knows, as a user lets it.
const install = (name, env) => run(command, ["install", name, ...args.slice(1)], { env });

// Some sign in at a terminal only: script(1) is theirs. What they ask there is answered with yes.
function atTerminal(file, words, env, cwd) {
  const line = [file, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  return new Promise((resolve, reject) => {
    // Where a build says that it is one, no browser is opened.
    const talk = spawn("script", ["-qec", line, "/dev/null"], { env: { ...env, CI: "" }, cwd, stdio: ["pipe", "pipe", "ignore"] });
    const limit = setTimeout(() => talk.kill(), 80_000);
    talk.stdout.on("data", (part) => /\[Y\/n\]/.test(part) && talk.stdin.write("y\r"));
    talk.on("error", reject);
    talk.on("exit", () => resolve(clearTimeout(limit)));
  });
}

async function sdk(over) {
  const { Client } = await import("@modelcontextprotocol/sdk/client/index.js");
  const peer = new Client({ name: "clickup-mcp-clients", version: "1" });
  await peer.connect(over);
  const { tools } = await peer.listTools();
  const result = await peer.callTool({ name: tool, arguments: call });
  await peer.close();
  return { tools: tools.length, result };
}

async function sdkTransport() {
  if (isStdio) {
    const { StdioClientTransport } = await import("@modelcontextprotocol/sdk/client/stdio.js");
    return new StdioClientTransport({ command, args, stderr: "ignore" });
  }
  const { StreamableHTTPClientTransport } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js");
  return new StreamableHTTPClientTransport(new URL(url));
}

async function sdkStdio(file, parameters) {
  const { StdioClientTransport } = await import("@modelcontextprotocol/sdk/client/stdio.js");
  return sdk(new StdioClientTransport({ command: file, args: parameters, stderr: "ignore", env: process.env }));
}

// A program with a model in it: the settings go into an empty home folder, and the model is ours, so that no account is needed.
async function converses(file, prepare) {
  const home = mkdtempSync(join(tmpdir(), "clickup-mcp-clients-"));
  const project = join(home, "project");
  mkdirSync(project);
  const model = await startModel(tool, call, "Fix login redirect");
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, ".config"), XDG_DATA_HOME: join(home, ".local"), CI: "1" };
  try {
    const words = await prepare({ home, project, env, model: model.url });
    const talk = spawn(file, words, { env, cwd: project, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    talk.stdout.on("data", (part) => (said += part));
    talk.stderr.on("data", (part) => (said += part));
    const ended = new Promise((resolve) => talk.on("exit", resolve));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100_000))]);
    talk.kill();
    const tools = model.seen.tools.filter((name) => /clickup/i.test(name)).length;
    return { tools, called: model.seen.called, ...(model.seen.called ? {} : { error: `${model.seen.requests.slice(-3)} ${said.slice(-400)}` }) };
  } finally {
    model.close();
    rmSync(home, { recursive: true, force: true });
  }
}

// A program that is only asked whether it can connect.
async function connects(file, prepare) {
  const home = mkdtempSync(join(tmpdir(), "clickup-mcp-clients-"));
  const project = join(home, "project");
  mkdirSync(project);
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, ".config"), XDG_DATA_HOME: join(home, ".local") };
  try {
    await prepare({ home, project, env });
    const listed = await run(file, ["mcp", "list"], { env, cwd: project, timeout: 90_000 });
    const said = listed.stdout + listed.stderr;
    return /clickup[^\n]*connected/i.test(said) ? { connected: true } : { error: said.slice(-400) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function write(...path) {
  const content = path.pop();
  mkdirSync(join(...path.slice(0, -1)), { recursive: true });
  writeFileSync(join(...path), typeof content === "string" ? content : JSON.stringify(content));
}

const claude = join(process.cwd(), "node_modules", "@anthropic-ai", "claude-code-linux-x64", "claude");
const opencode = join(process.cwd(), "node_modules", "opencode-linux-x64", "bin", "opencode");
const server = isStdio ? { command, args } : { url };

const clients = {
  "LangChain MCP adapters": async () => {
    const { MultiServerMCPClient } = await import("@langchain/mcp-adapters");
    const { peer, tools } = await connected(async (authProvider) => {
      const peer = new MultiServerMCPClient({
        mcpServers: { clickup: isStdio ? { transport: "stdio", command, args } : { transport: "http", url, authProvider } },
      });
      return { peer, tools: await peer.getTools() };
    });
    const result = await tools.find((t) => t.name.endsWith(tool)).invoke(call);
    await peer.close();
    return { tools: tools.length, result, version: version("@langchain/mcp-adapters") };
  },
  "AI SDK": async () => {
    const library = await import("@ai-sdk/mcp");
    const create = library.createMCPClient ?? library.experimental_createMCPClient;
    const stdio = await import("@ai-sdk/mcp/mcp-stdio");
    const Stdio = stdio.StdioMCPTransport ?? stdio.Experimental_StdioMCPTransport;
    const peer = await connected(
      (authProvider) => create({ transport: isStdio ? new Stdio({ command, args }) : { type: "http", url, authProvider } }),
      "@ai-sdk/mcp",
    );
    const tools = await peer.tools();
    const result = await tools[tool].execute(call, { toolCallId: "1", messages: [] });
    await peer.close();
    return { tools: Object.keys(tools).length, result, version: version("@ai-sdk/mcp") };
  },
  "OpenAI Agents SDK": async () => {
    const { MCPServerStdio, MCPServerStreamableHttp, getAllMcpTools } = await import("@openai/agents");
    const peer = await connected(async (authProvider) => {
      const peer = isStdio ? new MCPServerStdio({ command, args }) : new MCPServerStreamableHttp({ url, authProvider });
      await peer.connect();
      return peer;
    });
    const tools = await getAllMcpTools([peer]);
    const result = await peer.callTool(tool, call);
    await peer.close();
    return { tools: tools.length, result, version: version("@openai/agents") };
  },
  Mastra: async () => {
    const { MCPClient } = await import("@mastra/mcp");
    const { peer, tools } = await connected(async (authProvider) => {
      const peer = new MCPClient({ id: `${!authProvider?.kept}`, servers: { clickup: isStdio ? { command, args } : { url: new URL(url), authProvider } } });
      const tools = await peer.listTools();
      if (Object.keys(tools).length === 0) {
        throw new Error("no tools");
      }
      return { peer, tools };
    });
    const result = await tools[`clickup_${tool}`].execute(call, {});
    await peer.disconnect();
    return { tools: Object.keys(tools).length, result, version: version("@mastra/mcp") };
  },
  "Google ADK": async () => {
    const { MCPToolset } = await import("@google/adk");
    const peer = new MCPToolset(
      isStdio
        ? { type: "StdioConnectionParams", serverParams: { command, args } }
        : { type: "StreamableHTTPConnectionParams", url },
    );
    const tools = await peer.getTools();
    const declared = tools.map((t) => t._getDeclaration?.()).filter(Boolean);
    const result = await tools.find((t) => t.name === tool).runAsync({ args: call, toolContext: {} });
    await peer.close();
    return { tools: Math.min(tools.length, declared.length), result, version: version("@google/adk") };
  },
  Genkit: async () => {
    const { genkit } = await import("genkit");
    const { createMcpClient } = await import("@genkit-ai/mcp");
    const peer = createMcpClient({ name: "clickup", mcpServer: isStdio ? { command, args } : { url } });
    await peer.ready();
    const tools = await peer.getActiveTools(genkit({}));
    const result = await tools.find((t) => t.__action.name.endsWith(tool))(call);
    await peer.disable();
    return { tools: tools.length, result, version: version("@genkit-ai/mcp") };
  },
  "Google Gen AI SDK": async () => {
    const { mcpToTool } = await import("@google/genai");
    const { Client } = await import("@modelcontextprotocol/sdk/client/index.js");
    const peer = new Client({ name: "clickup-mcp-clients", version: "1" });
    await peer.connect(await sdkTransport());
    const both = mcpToTool(peer);
    const { functionDeclarations } = await both.tool();
    const result = await both.callTool([{ name: tool, args: call }]);
    await peer.close();
    return { tools: functionDeclarations.length, result, version: version("@google/genai") };
  },
  "mcp-use": async () => {
    const { MCPClient } = await import("mcp-use/client");
    const peer = new MCPClient({ mcpServers: { clickup: server } });
    const session = await peer.createSession("clickup");
    const tools = await session.listTools();
    const result = await session.callTool(tool, call);
    await peer.closeAllSessions();
    return { tools: tools.length, result, version: version("mcp-use") };
  },
  MCPorter: async () => {
    const target = isStdio
      ? ["--stdio", command, ...args.flatMap((arg) => ["--stdio-arg", arg])]
      : ["--http-url", url, "--allow-http"];
    const home = mkdtempSync(join(tmpdir(), "clickup-mcp-clients-"));
    // To a file: it ends before a pipe has taken a long list.
    const said = async (...words) => {
      const file = join(home, "said.json");
      const output = openSync(file, "w");
      const talk = spawn(process.execPath, [program("mcporter"), ...words, "--name", "clickup", ...target], {
        env: { ...process.env, HOME: home },
        stdio: ["ignore", output, "ignore"],
      });
      await new Promise((resolve) => talk.on("exit", resolve));
      closeSync(output);
      return JSON.parse(readFileSync(file, "utf8"));
    };
    const listed = await said("list", "--json");
    const result = await said("call", "--tool", tool, "--args", JSON.stringify(call), "--output", "json");
    rmSync(home, { recursive: true, force: true });
    return { tools: listed.tools.length, result, version: version("mcporter") };
  },
  "MCP Inspector": async () => {
    const target = isStdio ? ["--", command, ...args] : ["--server-url", url, "--transport", "http"];
    const inspect = async (...what) =>
      JSON.parse(
        (await run(process.execPath, [program("mcp-inspector"), "--cli", ...what, ...target], { maxBuffer: 1 << 26 })).stdout,
      );
    const list = await inspect("--method", "tools/list");
    const result = await inspect("--method", "tools/call", "--tool-name", tool, "--tool-args-json", JSON.stringify(call));
    const of = (reply) => reply.result ?? reply;
    return { tools: of(list).tools.length, result: of(result), version: version("@modelcontextprotocol/inspector") };
  },
  "mcp-remote": async () => {
    const home = mkdtempSync(join(tmpdir(), "clickup-mcp-clients-"));
    try {
      withUser(Object.assign(process.env, { HOME: home, MCP_REMOTE_CONFIG_DIR: join(home, "kept") }), home);
      const seen = await sdkStdio(process.execPath, [program("mcp-remote"), url, "--allow-http", "--transport", "http-only"]);
      return { ...seen, version: version("mcp-remote") };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
  supergateway: async () => {
    const name = program("supergateway");
    if (!isStdio) {
      return { ...(await sdkStdio(process.execPath, [name, "--streamableHttp", url, "--logLevel", "none"])), version: version("supergateway") };
    }
    const port = 20_000 + (process.pid % 20_000);
    const gateway = spawn(
      process.execPath,
      [name, "--stdio", [command, ...args].join(" "), "--outputTransport", "streamableHttp", "--stateful", "--port", `${port}`],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    try {
      await new Promise((resolve, reject) => {
        gateway.stdout.on("data", (said) => /listening/i.test(said) && resolve());
        gateway.on("exit", () => reject(new Error("supergateway ended")));
      });
      const { StreamableHTTPClientTransport } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js");
      const seen = await sdk(new StreamableHTTPClientTransport(new URL(`http://localhost:${port}/mcp`)));
      return { ...seen, version: version("supergateway") };
    } finally {
      gateway.kill();
    }
  },
  "Claude Code": async () => ({
    ...(await converses(claude, async ({ home, env, project, model }) => {
      Object.assign(env, { ANTHROPIC_BASE_URL: model, ANTHROPIC_API_KEY: "none", ENABLE_TOOL_SEARCH: "false", DISABLE_TELEMETRY: "1" });
      if (signsIn) {
        await run(claude, ["mcp", "add", "--scope", "user", "--transport", "http", "clickup", url], { env, cwd: project });
        await atTerminal(claude, ["mcp", "login", "clickup"], withUser(env, home), project);
        return ["-p", "Name the task.", "--allowedTools", `mcp__clickup__${tool}`];
      }
      if (isStdio) {
        await install("claude-code", env);
        return ["-p", "Name the task.", "--allowedTools", `mcp__clickup__${tool}`];
      }
      write(project, "servers.json", { mcpServers: { clickup: { type: transport, ...server } } });
      return ["-p", "Name the task.", "--mcp-config", "servers.json", "--strict-mcp-config", "--allowedTools", `mcp__clickup__${tool}`];
    })),
    version: version("@anthropic-ai/claude-code"),
  }),
  Codex: async () => ({
    ...(await converses(program("codex"), async ({ home, env, model }) => {
      env.CODEX_HOME = join(home, ".codex");
      write(
        home, ".codex", "config.toml",
        `model = "test"\nmodel_provider = "test"\napproval_policy = "never"\n[model_providers.test]\nname = "test"\n` +
          `base_url = "${model}/v1"\nwire_api = "responses"\n${isStdio ? "" : `[mcp_servers.clickup]\nurl = ${JSON.stringify(url)}\n`}`,
      );
      if (isStdio) {
        await install("codex", env);
      }
      if (signsIn) {
        await run(program("codex"), ["mcp", "login", "clickup"], { env: withUser(env, home), timeout: 60_000 });
      }
      return ["exec", "--skip-git-repo-check", "--dangerously-bypass-approvals-and-sandbox", "Name the task."];
    })),
    version: version("@openai/codex"),
  }),
  "Copilot CLI": async () => ({
    ...(await converses(program("copilot"), ({ home, env, model }) => {
      // Without its maker's network there is no account to ask for.
      Object.assign(env, { COPILOT_HOME: join(home, ".copilot"), COPILOT_OFFLINE: "true", COPILOT_PROVIDER_BASE_URL: `${model}/v1`, COPILOT_MODEL: "gpt-4.1" });
      const entry = isStdio ? { type: "local", command, args, tools: ["*"] } : { type: "http", url, tools: ["*"] };
      return ["-p", "Name the task.", "--allow-all-tools", "--additional-mcp-config", JSON.stringify({ mcpServers: { clickup: entry } })];
    })),
    version: version("@github/copilot"),
  }),
  "Gemini CLI": async () => ({
    ...(await converses(program("gemini"), async ({ home, project, env, model }) => {
      Object.assign(env, { GEMINI_API_KEY: "none", GOOGLE_GEMINI_BASE_URL: model });
      write(home, ".gemini", "trustedFolders.json", { [project]: "TRUST_FOLDER" });
      write(home, ".gemini", "settings.json", {
        security: { auth: { selectedType: "gemini-api-key" } },
        ...(isStdio ? {} : { mcpServers: { clickup: { httpUrl: url, trust: true } } }),
      });
      if (isStdio) {
        await install("gemini", env);
      }
      if (signsIn) {
        await atTerminal(program("gemini"), ["-p", "/mcp auth clickup", "--yolo"], withUser(env, home), project);
      }
      // Named, since it else asks the model which one to take, and again and again for an answer that it can use.
      return ["-p", "Name the task.", "--yolo", "-m", "gemini-2.5-flash"];
    })),
    version: version("@google/gemini-cli"),
  }),
  "Qwen Code": async () => ({
    ...(await connects(program("qwen"), ({ home, project }) => {
      write(home, ".qwen", "trustedFolders.json", { [project]: "TRUST_FOLDER" });
      write(home, ".qwen", "settings.json", { mcpServers: { clickup: isStdio ? { command, args } : { httpUrl: url } } });
    })),
    version: version("@qwen-code/qwen-code"),
  }),
  opencode: async () => ({
    ...(await connects(opencode, async ({ home, project, env }) => {
      const mcp = isStdio ? { type: "local", command: [command, ...args] } : { type: "remote", url };
      write(project, "opencode.json", { mcp: { clickup: { ...mcp, enabled: true } } });
      if (signsIn) {
        await atTerminal(opencode, ["mcp", "auth", "clickup"], withUser(env, home), project);
      }
    })),
    version: version("opencode-ai"),
  }),
};

const limit = setTimeout(() => end({ error: "did not end within two minutes" }), 120_000);

function end(outcome) {
  clearTimeout(limit);
  const { result, ...rest } = outcome;
  const said = result === undefined ? undefined : JSON.stringify(result);
  process.stdout.write(`${JSON.stringify({ client, transport, ...(said ? { called: said.includes("Fix login redirect") } : {}), ...rest })}\n`, () =>
    process.exit(0),
  );
}

try {
  end(await clients[client]());
} catch (problem) {
  end({ error: `${problem?.message ?? problem}`.slice(0, 500) });
}

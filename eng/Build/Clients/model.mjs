// A model that asks for one tool and is content with its result: what a program sends it shows which tools it took over.
import { createServer } from "node:http";

/** Starts it; `seen` has the names of the tools of the last request that had any, and whether a result held the text. */
export async function startModel(tool, input, text) {
  const seen = { tools: [], called: false, requests: [] };
  let asked = 0;
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    const raw = Buffer.concat(parts).toString();
    seen.requests.push(`${request.method} ${request.url}`);
    if (request.method !== "POST" || !raw.startsWith("{")) {
      response.writeHead(200, { "content-type": "application/json" }).end('{"data":[],"models":[]}');
      return;
    }
    const body = JSON.parse(raw);
    const tools = namesOf(body);
    if (tools.some((name) => name.includes(tool))) {
      seen.tools = tools;
    }
    seen.called ||= raw.includes(text);
    const name = tools.find((known) => known.endsWith(tool));
    reply(request.url, body, response, !seen.called && name && asked++ < 3 ? { name, input } : null);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { seen, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function namesOf(body) {
  return (body.tools ?? []).flatMap((tool) =>
    tool.functionDeclarations?.map((one) => one.name) ??
    tool.tools?.map((one) => `${tool.name}${one.name}`) ?? [tool.name ?? tool.function?.name ?? ""],
  );
}

function reply(path, body, response, wish) {
  const events = path.includes("generateContent") || path.includes("GenerateContent")
    ? gemini(wish)
    : path.includes("/messages")
      ? messages(wish)
      : path.includes("/responses")
        ? responses(wish, body)
        : chat(wish);
  const isStream = body.stream === true || path.includes("stream");
  response.writeHead(200, { "content-type": isStream ? "text/event-stream" : "application/json" });
  response.end(
    isStream
      ? events.stream.map((e) => `${e.type ? `event: ${e.type}\n` : ""}data: ${typeof e === "string" ? e : JSON.stringify(e)}\n\n`).join("")
      : JSON.stringify(events.whole),
  );
}

function messages(wish) {
  const block = wish ? { type: "tool_use", id: `t${Date.now()}`, name: wish.name, input: wish.input } : { type: "text", text: "Done." };
  const stop = wish ? "tool_use" : "end_turn";
  const whole = {
    id: "m1", type: "message", role: "assistant", model: "test", content: [block], stop_reason: stop, stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  const delta = wish
    ? { type: "input_json_delta", partial_json: JSON.stringify(wish.input) }
    : { type: "text_delta", text: "Done." };
  return {
    whole,
    stream: [
      { type: "message_start", message: { ...whole, content: [], stop_reason: null } },
      { type: "content_block_start", index: 0, content_block: wish ? { ...block, input: {} } : { type: "text", text: "" } },
      { type: "content_block_delta", index: 0, delta },
      { type: "content_block_stop", index: 0 },
      { type: "message_delta", delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: 1 } },
      { type: "message_stop" },
    ],
  };
}

function responses(wish, body) {
  const space = wish && body.tools.find((tool) => tool.tools && wish.name.startsWith(tool.name));
  const item = wish
    ? {
        type: "function_call", id: "f1", call_id: "c1", arguments: JSON.stringify(wish.input),
        ...(space ? { namespace: space.name, name: wish.name.slice(space.name.length) } : { name: wish.name }),
      }
    : { type: "message", id: "m1", role: "assistant", content: [{ type: "output_text", text: "Done.", annotations: [] }] };
  const done = { id: "r1", object: "response", status: "completed", output: [item], usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } };
  return {
    whole: done,
    stream: [
      { type: "response.created", response: { id: "r1" } },
      { type: "response.output_item.done", output_index: 0, item },
      { type: "response.completed", response: done },
    ],
  };
}

function chat(wish) {
  const call = wish && [{ index: 0, id: "c1", type: "function", function: { name: wish.name, arguments: JSON.stringify(wish.input) } }];
  const message = { role: "assistant", content: wish ? null : "Done.", ...(wish ? { tool_calls: call } : {}) };
  const finish = wish ? "tool_calls" : "stop";
  const head = { id: "x", object: "chat.completion.chunk", created: 1, model: "test" };
  return {
    whole: { ...head, object: "chat.completion", choices: [{ index: 0, message, finish_reason: finish }] },
    stream: [
      { ...head, choices: [{ index: 0, delta: message, finish_reason: null }] },
      { ...head, choices: [{ index: 0, delta: {}, finish_reason: finish }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } },
      "[DONE]",
    ],
  };
}

function gemini(wish) {
  const part = wish ? { functionCall: { name: wish.name, args: wish.input } } : { text: "Done." };
  const whole = {
    candidates: [{ index: 0, content: { role: "model", parts: [part] }, finishReason: "STOP" }],
    usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
  };
  return { whole, stream: [whole] };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Guards;

/// <summary>Texts of strangers stay results: they come into no instruction, description, header or log, and confirm nothing.</summary>
public sealed partial class InjectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_a_hundred_texts() => InjectionCorpus.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(100);

    [Fact]
    [Trait("Requirement", "P-02")]
    [Trait("Requirement", "L-01")]
    public async Task P_02_L_01_what_strangers_wrote_is_in_no_definition_header_or_log()
    {
        string audit = Path.GetTempFileName();
        List<string> shown = [];
        string log;
        await using (HttpServer server = await HttpServer.StartAsync(options => options.Audit = audit))
        {
            string before = await DefinitionsAsync(server, shown);
            string document = IdIn(await CallAsync(server, shown, "create_document", new() { ["name"] = "Plans" }));
            int files = 0;
            foreach (string text in InjectionCorpus.All)
            {
                string line = text.ReplaceLineEndings(" ");
                string task = IdIn(
                    await CallAsync(
                        server,
                        shown,
                        "create_task",
                        new()
                        {
                            ["list"] = SandboxSeed.ApiListId,
                            ["name"] = line,
                            ["description"] = text,
                        }
                    )
                );
                await CallAsync(server, shown, "create_comment", new() { ["task"] = task, ["text"] = text });
                string page = IdIn(
                    await CallAsync(
                        server,
                        shown,
                        "create_document_page",
                        new()
                        {
                            ["document"] = document,
                            ["name"] = line,
                            ["content"] = text,
                        }
                    )
                );
                string file = await CallAsync(
                    server,
                    shown,
                    "upload_attachment",
                    new()
                    {
                        ["task"] = task,
                        ["file_name"] = NoName().Replace(line, "_") + ".txt",
                        ["file_data"] = "AAEC",
                    }
                );
                files += file.Contains(InjectionCorpus.Mark, StringComparison.Ordinal) ? 1 : 0;
                string seen = await CallAsync(
                    server,
                    shown,
                    "get_task",
                    new()
                    {
                        ["task"] = task,
                        ["detail_level"] = "full",
                        ["include"] = new JsonArray("comments", "attachments"),
                    }
                );
                seen.ShouldContain(InjectionCorpus.Mark, customMessage: seen);
                seen = await CallAsync(
                    server,
                    shown,
                    "get_document_page",
                    new() { ["document"] = document, ["page"] = page }
                );
                seen.ShouldContain(InjectionCorpus.Mark, customMessage: seen);
                await CallAsync(server, shown, "get_task", new() { ["task"] = line });
                await CallAsync(server, shown, line, []);
            }

            files.ShouldBeGreaterThanOrEqualTo(100);
            (await DefinitionsAsync(server, shown)).ShouldBe(before);
            log = server.Log;
        }

        string lines = await File.ReadAllTextAsync(audit, Stop);
        File.Delete(audit);
        lines.ShouldContain("create_comment");
        foreach (string place in (string[])[string.Join('\n', shown), log, lines])
        {
            place.ShouldNotContain(InjectionCorpus.Mark);
            place.ShouldNotContain("mallory", Case.Insensitive);
        }
    }

    [Fact]
    [Trait("Requirement", "P-07")]
    public async Task P_07_no_text_stands_for_a_confirmation()
    {
        SandboxSession session = new(new ToolPolicyOptions { Confirmation = ConfirmationRule.Always });
        TestPerson[] people =
        [
            new(PersonReach.None),
            new(PersonReach.Waiting, PersonReply.Declined),
            new(PersonReach.Returning),
        ];
        foreach (string text in InjectionCorpus.All)
        {
            string task = await PlantAsync(session.Sandbox, text);
            JsonObject read = new() { ["task"] = task };
            (await session.CallAsync("get_task", read.ToJsonString())).Text.ShouldContain(InjectionCorpus.Mark);
            foreach (TestPerson person in people)
            {
                foreach (string? confirm in (string?[])[null, text, "yes"])
                {
                    JsonObject delete = new() { ["task"] = task };
                    JsonObject comment = new() { ["task"] = task, ["text"] = text };
                    if (confirm is not null)
                    {
                        delete["confirm"] = confirm;
                        comment["confirm"] = confirm;
                    }

                    await session.RunAsync("delete_task", delete.ToJsonString(), person);
                    await session.RunAsync("create_comment", comment.ToJsonString(), person);
                }
            }
        }

        session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
        people.Sum(static person => person.Questions.Count).ShouldBeGreaterThan(InjectionCorpus.All.Count);
        // Where nothing has to be confirmed, the same call is made.
        SandboxSession free = new();
        JsonObject one = new() { ["task"] = await PlantAsync(free.Sandbox, InjectionCorpus.All[0]) };
        await free.CallAsync("delete_task", one.ToJsonString());
        free.Sent.ShouldContain(static sent => sent.Method == "DELETE");
    }

    private static async Task<string> PlantAsync(SandboxServer sandbox, string text)
    {
        JsonObject body = new() { ["name"] = text.ReplaceLineEndings(" "), ["markdown_content"] = text };
        SandboxResponse made = await sandbox.HandleAsync(
            new SandboxRequest(
                "POST",
                $"/api/v2/list/{SandboxSeed.ApiListId}/task",
                "",
                SandboxSeed.Token,
                System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()),
                "application/json"
            ),
            Stop
        );
        return JsonElement.Parse(made.Body.Span).GetProperty("id").GetString()!;
    }

    // What a client shows its model before any tool is called.
    private static async Task<string> DefinitionsAsync(HttpServer server, List<string> headers)
    {
        List<string> all = [];
        using HttpResponseMessage opened = await server.PostAsync(HttpServer.Handshake);
        foreach (
            string method in (string[])["server/discover", "tools/list", "prompts/list", "resources/templates/list"]
        )
        {
            using HttpResponseMessage reply = await server.ModernAsync(method);
            all.Add(await reply.Content.ReadAsStringAsync(Stop));
            Note(reply, headers);
        }

        all.Add(await opened.Content.ReadAsStringAsync(Stop));
        Note(opened, headers);
        return string.Join('\n', all);
    }

    private static async Task<string> CallAsync(
        HttpServer server,
        List<string> headers,
        string tool,
        JsonObject arguments
    )
    {
        string name = JsonSerializer.Serialize(tool);
        using HttpResponseMessage reply = await server.PostAsync(
            HttpServer.ModernJson("tools/call", $"\"name\":{name},\"arguments\":{arguments.ToJsonString()}"),
            HttpServer.ModernHeaders("tools/call", NoName().Replace(tool, "_"))
        );
        Note(reply, headers);
        return await reply.Content.ReadAsStringAsync(Stop);
    }

    private static void Note(HttpResponseMessage reply, List<string> headers)
    {
        headers.Add(reply.ReasonPhrase ?? "");
        headers.AddRange(
            reply
                .Headers.Concat(reply.Content.Headers)
                .Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}")
        );
    }

    private static string IdIn(string reply) => IdLine().Match(reply).Groups["id"].Value;

    [GeneratedRegex(@"\bid: (?<id>[^\\""]+)", RegexOptions.NonBacktracking)]
    private static partial Regex IdLine();

    // What no file may be called, and no header may hold.
    [GeneratedRegex("""[^ -~]|[/\\:*?"<>|]""", RegexOptions.NonBacktracking)]
    private static partial Regex NoName();
}

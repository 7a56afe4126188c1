using System.Text.Json;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Parity;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>A resource is read by a tool: the same text, the same permission, the same record.</summary>
public sealed class ResourceTests
{
    private const string Acme = SandboxSeed.WorkspaceId;

    public static TheoryData<string, string, string> Readable =>
        new()
        {
            { $"clickup://{Acme}", "get_workspace", "{\"workspace\":\"Acme\"}" },
            { "clickup://Acme", "get_workspace", "{\"workspace\":\"Acme\"}" },
            { $"clickup://{Acme}/space/{SandboxSeed.EngineeringSpaceId}", "get_space", "{\"space\":\"Engineering\"}" },
            { $"clickup://{Acme}/folder/Backend", "get_folder", "{\"folder\":\"Backend\"}" },
            { $"clickup://{Acme}/list/Product%20Backlog", "get_list", "{\"list\":\"Product Backlog\"}" },
            { $"clickup://{Acme}/list/Backend%20%2F%20Bugs", "get_list", "{\"list\":\"Backend / Bugs\"}" },
            {
                $"clickup://{Acme}/list/{SandboxSeed.ApiListId}/tasks",
                "list_tasks",
                $$"""{"list":"{{SandboxSeed.ApiListId}}","include_closed":true,"subtasks":true,"order_by":"updated"}"""
            },
            { $"clickup://{Acme}/task/{SandboxSeed.RichTaskId}", "get_task", "{\"task\":\"27075wz\"}" },
        };

    public static TheoryData<string> Hostile =>
        [
            "",
            "clickup:",
            "clickup://",
            "clickup:///",
            "CLICKUP://Acme",
            "file:///etc/passwd",
            "https://example.com/Acme",
            "clickup://Acme/",
            "clickup://Acme/task",
            "clickup://Acme/task/",
            "clickup://Acme/task/27075wz/",
            "clickup://Acme//task/27075wz",
            "clickup://Acme/task/27075wz/delete",
            "clickup://Acme/tasks/27075wz",
            "clickup://Acme/task/27075wz?x=1",
            "clickup://Acme/task/27075wz#x",
            "clickup://Acme/task/..",
            "clickup://Acme/task/%2e%2e",
            "clickup://Acme/task/%",
            "clickup://Acme/task/%4",
            "clickup://Acme/task/%zz",
            "clickup://Acme/task/%00",
            "clickup://Acme/task/%0a",
            "clickup://Acme/task/%ff",
            "clickup://Acme/task/%ed%a0%80",
            "clickup://Acme/task/%c0%af",
            "clickup://Acme/task/a b",
            "clickup://Acme/task/a\\b",
            "clickup://Acme/%74ask%2F27075wz",
            "clickup://Acme/task/" + new string('x', 3_000),
            "clickup://" + string.Join('/', Enumerable.Repeat("a", 500)),
        ];

    [Theory]
    [MemberData(nameof(OfferSession.Eras), MemberType = typeof(OfferSession))]
    public async Task Templates_are_those_of_the_spec(bool isModern)
    {
        await using var session = new OfferSession { IsModern = isModern };
        (await TemplatesAsync(session)).ShouldBe(
            EmittedCatalog.Instance.Resources.Select(static template => template.Uri)
        );
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_resource_is_what_its_tool_shows(string uri, string tool, string arguments)
    {
        foreach (bool isModern in new[] { false, true })
        {
            await using var session = new OfferSession { IsModern = isModern };
            string named = arguments.Contains("workspace", StringComparison.Ordinal)
                ? arguments
                : "{\"workspace\":\"Acme\"," + arguments[1..];
            (await session.ReadAsync(uri)).ShouldBe(await session.CallAsync(tool, named));
        }
    }

    [Fact]
    public async Task A_page_of_a_Doc_is_read_by_names()
    {
        await using var session = new OfferSession();
        (string[] docs, _, _) = await session.CompleteAsync(DocPage, "document", "", "{\"workspace\":\"Acme\"}");
        docs.ShouldNotBeEmpty();
        string given = $"{{\"workspace\":\"Acme\",\"document\":{JsonSerializer.Serialize(docs[0])}}}";
        (string[] pages, _, _) = await session.CompleteAsync(DocPage, "page", "", given);
        pages.ShouldNotBeEmpty();
        string text = await session.ReadAsync(
            $"clickup://Acme/doc/{Uri.EscapeDataString(docs[0])}/page/{Uri.EscapeDataString(pages[0])}"
        );
        text.ShouldContain(pages[0]);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task S_01_A_URI_that_is_none_of_ours_is_not_found(string uri)
    {
        foreach (bool isModern in new[] { false, true })
        {
            await using var session = new OfferSession { IsModern = isModern };
            (int code, string message) = await session.RefusalAsync(
                "resources/read",
                $"\"uri\":{JsonSerializer.Serialize(uri)}"
            );
            code.ShouldBe(session.NotFound);
            message.ShouldContain("resources/templates/list");
        }
    }

    [Theory]
    [InlineData("clickup://Acme/task/9hz999999", "task")]
    [InlineData("clickup://Acme/task/%252e%252e", "task")]
    [InlineData("clickup://Nobody", "workspace")]
    [InlineData("clickup://Nobody/list/Product%20Backlog", "workspace")]
    [InlineData("clickup://Acme/list/Bugs", "Bugs")]
    public async Task What_a_URI_names_must_be_there_and_be_one(string uri, string message)
    {
        foreach (bool isModern in new[] { false, true })
        {
            await using var session = new OfferSession { IsModern = isModern };
            (int code, string text) = await session.RefusalAsync("resources/read", $"\"uri\":\"{uri}\"");
            code.ShouldBe(session.NotFound);
            text.ShouldContain(message);
        }
    }

    [Fact]
    public async Task A_denied_tool_reads_no_resource_and_shows_no_template()
    {
        foreach (ResourceTemplate template in EmittedCatalog.Instance.Resources)
        {
            await using var session = new OfferSession(options => options.DisabledTools = [template.Tool]);
            (await TemplatesAsync(session)).ShouldNotContain(template.Uri);
            string uri = template.Uri.Replace("{workspace}", "Acme", StringComparison.Ordinal);
            foreach (ResourceVariable variable in template.Variables)
            {
                uri = uri.Replace($"{{{variable.Name}}}", "x", StringComparison.Ordinal);
            }

            (int code, string text) = await session.RefusalAsync("resources/read", $"\"uri\":\"{uri}\"");
            code.ShouldBe(session.NotFound);
            text.ShouldContain("disabled");
        }
    }

    [Fact]
    public async Task A_server_bound_to_a_workspace_reads_and_lists_no_other()
    {
        await using var session = new OfferSession(static options => options.OnlyWorkspace = Acme);
        (
            await session.RefusalAsync("resources/read", $"\"uri\":\"clickup://{SandboxSeed.SecondWorkspaceId}\"")
        ).Code.ShouldBe(session.NotFound);
        (await UrisAsync(session)).ShouldAllBe(static uri =>
            uri.StartsWith($"clickup://{Acme}", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(OfferSession.Eras), MemberType = typeof(OfferSession))]
    public async Task Workspaces_and_their_spaces_are_listed_and_each_can_be_read(bool isModern)
    {
        await using var session = new OfferSession { IsModern = isModern };
        string[] uris = [.. await UrisAsync(session)];
        uris.ShouldContain($"clickup://{Acme}");
        uris.ShouldContain($"clickup://{Acme}/space/{SandboxSeed.EngineeringSpaceId}");
        foreach (string uri in uris)
        {
            (await session.ReadAsync(uri)).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("\"cursor\":\"x\"")]
    [InlineData("\"cursor\":\"\"")]
    [InlineData("\"cursor\":5")]
    [InlineData("\"cursor\":\"\\ud800\"")]
    public async Task A_cursor_of_nobody_is_refused(string parameters)
    {
        await using var session = new OfferSession();
        (await session.RefusalAsync("resources/list", parameters)).Code.ShouldBe(RpcErrorCode.InvalidParams);
        (await session.RefusalAsync("prompts/list", "\"cursor\":\"x\"")).Code.ShouldBe(RpcErrorCode.InvalidParams);
    }

    [Fact]
    public async Task L_01_A_read_leaves_a_line_as_a_call_does()
    {
        var audit = new RecordedAudit(TimeProvider.System);
        await using (var session = new OfferSession(services: StdioSession.Services(audit)))
        {
            await session.ReadAsync($"clickup://{Acme}/task/{SandboxSeed.RichTaskId}");
            await session.AskAsync("resources/read", $"\"uri\":\"clickup://{Acme}/task/none\"");
            await session.AskAsync("prompts/list");
        }

        JsonElement[] lines = [.. audit.Lines.Select(static line => JsonElement.Parse(line))];
        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(static line =>
            line.GetProperty("tool").GetString() == "get_task"
            && line.GetProperty("method").GetString() == "resources/read"
        );
        lines.Select(static line => line.GetProperty("outcome").GetString()).ShouldBe(["ok", "tool_error"]);
        audit.Dispose();
    }

    private const string DocPage =
        """{"type":"ref/resource","uri":"clickup://{workspace}/doc/{document}/page/{page}"}""";

    private static async Task<IEnumerable<string>> TemplatesAsync(OfferSession session) =>
        (await session.ResultAsync("resources/templates/list"))
            .GetProperty("resourceTemplates")
            .EnumerateArray()
            .Select(static template => template.GetProperty("uriTemplate").GetString()!);

    private static async Task<IEnumerable<string>> UrisAsync(OfferSession session) =>
        (await session.ResultAsync("resources/list"))
            .GetProperty("resources")
            .EnumerateArray()
            .Select(static resource => resource.GetProperty("uri").GetString()!);
}

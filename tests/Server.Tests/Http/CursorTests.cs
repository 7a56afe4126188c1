using System.Text.Json;
using ClickUpMcp.Tests.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>Who may use a cursor over HTTP.</summary>
[Trait("Requirement", "T-05")]
public sealed class CursorTests
{
    private const string Page = """{"list":"Product Backlog","limit":1}""";

    [Fact]
    public async Task T_05_a_cursor_is_of_one_principal_workspace_and_token()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using HttpServer server = await HttpServer.StartAsync(options => options.Http.TokensFile = tokens.Path);
        string cursor = await CursorAsync(server, TokenFile.Bearer(TokenFile.Anna));

        await ContinuesAsync(true, server, cursor, TokenFile.Bearer(TokenFile.Anna));
        await ContinuesAsync(true, server, cursor, TokenFile.Bearer(TokenFile.Anna), ("X-Read-Only", "true"));
        await ContinuesAsync(false, server, cursor, TokenFile.Bearer(TokenFile.Ben));
        await ContinuesAsync(
            false,
            server,
            cursor,
            TokenFile.Bearer(TokenFile.Anna),
            ("X-ClickUp-Team-Id", Sandbox.SandboxSeed.WorkspaceId)
        );
        await ContinuesAsync(false, server, cursor, TokenFile.Bearer(TokenFile.Anna), ("X-ClickUp-Key", "pk_1_OTHER"));
    }

    [Fact]
    public async Task T_05_without_bearer_tokens_a_cursor_is_of_one_ClickUp_token()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        string cursor = await CursorAsync(server, ("X-ClickUp-Key", "pk_1_ANNA"));

        await ContinuesAsync(true, server, cursor, ("X-ClickUp-Key", "pk_1_ANNA"));
        await ContinuesAsync(false, server, cursor, ("X-ClickUp-Key", "pk_2_BEN"));
        await ContinuesAsync(false, server, cursor);
    }

    [Fact]
    public async Task T_05_another_server_without_the_same_key_refuses_it()
    {
        await using HttpServer one = await HttpServer.StartAsync();
        await using HttpServer other = await HttpServer.StartAsync();

        await ContinuesAsync(false, other, await CursorAsync(one));
    }

    private static async Task<string> CursorAsync(HttpServer server, params (string, string)[] headers)
    {
        using HttpResponseMessage reply = await server.CallAsync("list_tasks", Page, headers);
        return TestCursors.In(await HttpServer.TextAsync(reply))!;
    }

    private static async Task ContinuesAsync(
        bool isAccepted,
        HttpServer server,
        string cursor,
        params (string, string)[] headers
    )
    {
        string arguments = Page[..^1] + $",\"cursor\":{JsonSerializer.Serialize(cursor)}}}";
        using HttpResponseMessage reply = await server.CallAsync("list_tasks", arguments, headers);
        (await HttpServer.TextAsync(reply))
            .StartsWith("The cursor does not belong to this call.", StringComparison.Ordinal)
            .ShouldBe(!isAccepted);
    }
}

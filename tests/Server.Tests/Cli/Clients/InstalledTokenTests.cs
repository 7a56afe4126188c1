using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli.Clients;

/// <summary>A token lies where the person wanted it and nowhere else, and after <c>uninstall</c> nowhere that is not said.</summary>
public sealed class InstalledTokenTests : IDisposable
{
    private const string Key = "pk_1_CANARY";
    private const string Backup = ".before-clickup-mcp";

    private readonly ClientHome _home = new();

    public static TheoryData<string, string> Orders =>
        [
            .. ClientTable
                .All.Where(static client => client.File is not null)
                .SelectMany(static client =>
                    new[] { "t", "it", "tt", "ti", "tit", "tutu", "itu" }.Select(order => new TheoryDataRow<
                        string,
                        string
                    >(client.Name, order))
                ),
        ];

    public static TheoryData<string, string> Handwritten =>
        [
            .. ClientTable
                .All.Where(static client => client.Format == ClientFormat.Json)
                .Select(static client => new TheoryDataRow<string, string>(
                    client.Name,
                    $$"""
                    {
                      "{{client.Section}}": {
                        "other": { "env": { "CLICKUP_API_KEY": "pk_2_OTHER" } },
                        "clickup": { "command": "npx", "env": { "A": "1", /* mine */ "CLICKUP_API_KEY" : "{{Key}}" } }
                      }
                    }
                    """
                )),
            new(
                "codex",
                $"[mcp_servers.clickup]\ncommand = \"npx\"\nenv = {{ A = \"1\", CLICKUP_API_KEY = '{Key}' }}\n"
            ),
            new(
                "codex",
                $"[mcp_servers.clickup]\ncommand = \"npx\"\n[mcp_servers.clickup.env]\n\"CLICKUP_API_KEY\"=\"{Key}\"\n"
            ),
            new(
                "codex",
                $"[mcp_servers.clickup]\ncommand = \"npx\"\nenv = {{ CLICKUP_ADDITIONAL_API_KEYS = \"{Key}\" }}\n"
            ),
            new("cursor", $$"""{"mcpServers":{"clickup":{"env":{"CLICKUP_ADDITIONAL_API_KEYS":"{{Key}}"} } } }"""),
        ];

    public void Dispose() => _home.Dispose();

    /// <param name="order"><c>i</c> installs without the token, <c>t</c> with it, <c>u</c> uninstalls.</param>
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task It_is_gone_after_uninstall_in_every_order(string client, string order)
    {
        Dictionary<string, string> variables = new() { ["CLICKUP_API_KEY"] = Key };
        int number = 0;
        foreach (char step in $"{order}u")
        {
            variables["CLICKUP_API_KEY"] = $"{Key}{number++}";
            CliRun run = step switch
            {
                'u' => await _home.RunAsync("uninstall", client),
                't' => await _home.RunAsync(variables, "install", client, "--with-key"),
                _ => await _home.RunAsync(variables, "install", client),
            };

            run.ExitCode.ShouldBe(0, run.Error);
            Holding("CANARY").ShouldBe(step == 't' ? [_home.FileOf(client)] : []);
        }
    }

    [Theory]
    [MemberData(nameof(Handwritten))]
    public async Task That_of_an_entry_which_is_replaced_is_not_copied(string client, string file)
    {
        _home.Write(client, file);

        CliRun run = await _home.RunAsync("install", client);

        run.Output.ShouldContain("(as it was before, but for the token: ");
        Holding("CANARY").ShouldBeEmpty();
        ClientHome.Text(_home.FileOf(client) + Backup).ShouldBe(file.Replace(Key, "removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_place_of_it_is_copied()
    {
        const string File =
            "{\"mcpServers\":{\"clickup\":{\"command\":\"npx\",\"env\":{\"CLICKUP_API_KEY\":\"${env:MINE}\"}}}}";
        _home.Write("cursor", File);

        CliRun run = await _home.RunAsync("install", "cursor");

        run.Output.ShouldContain("(as it was before: ");
        ClientHome.Text(_home.FileOf("cursor") + Backup).ShouldBe(File);
    }

    [Theory]
    [InlineData("cursor")]
    [InlineData("codex")]
    public async Task Uninstall_says_which_file_of_its_own_it_is_in(string client)
    {
        string key = _home.At("the ключ");
        PrivateFile.Write(key, Key);
        await _home.RunAsync("install", client, "--api-key-file", key, "--read-only");

        CliRun run = await _home.RunAsync("uninstall", client);

        run.Output.ShouldContain($"The token is still in {key}.");
        (await _home.RunAsync("uninstall", client)).Output.ShouldNotContain("token");
    }

    [Fact]
    public async Task A_file_for_it_alone_leaves_no_copy_of_a_former_one()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [$"{Key}2"] = "anna" });
        string file = _home.At("key");
        PrivateFile.Write(file, $"{Key}1\n");

        CliRun run = await SetUpAsync(upstream, file);

        run.ExitCode.ShouldBe(0, run.Error);
        Holding("CANARY").ShouldBe([file]);
        ClientHome.Text(file).ShouldBe($"{Key}2\n");
    }

    [Fact]
    public async Task Another_file_which_it_replaces_is_kept()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [$"{Key}2"] = "anna" });
        string file = _home.At("notes");
        await File.WriteAllTextAsync(file, "two lines\nof mine\n", TestContext.Current.CancellationToken);

        CliRun run = await SetUpAsync(upstream, file);

        ClientHome.Text(file + Backup).ShouldBe("two lines\nof mine\n");
        run.Output.ShouldContain(file + Backup);
    }

    private Task<CliRun> SetUpAsync(UpstreamClickUp upstream, string file) =>
        new CliSurroundings
        {
            Variables = new(_home.Variables) { ["CLICKUP_API_BASE_URL"] = upstream.Address.ToString() },
            Input = $"{Key}2\n",
            Terminal = new FakeTerminal(),
        }.RunAsync("setup", "cursor", "--key-in", file);

    private string[] Holding(string text) =>
        [
            .. Directory
                .EnumerateFiles(_home.At(), "*", SearchOption.AllDirectories)
                .Where(file => ClientHome.Text(file).Contains(text, StringComparison.Ordinal)),
        ];
}

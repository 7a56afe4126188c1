using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Cli.Clients;

namespace ClickUpMcp.Tests.Cli.Clients;

/// <summary>The server is made known to each client and unknown again, and nothing else in their files changes.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Key = "pk_1_CANARY";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly ClientHome _home = new();

    public static TheoryData<string> WithFiles =>
        [
            .. ClientTable
                .All.Where(static c => c.File is not null)
                .Select(static c => new TheoryDataRow<string>(c.Name)),
        ];

    public static TheoryData<string, string> Files =>
        [
            .. ClientTable
                .All.Where(static client => client.Format == ClientFormat.Json)
                .SelectMany(static client =>
                    JsonFiles(client.Section).Select(file => new TheoryDataRow<string, string>(client.Name, file))
                ),
            .. TomlFiles.Select(static file => new TheoryDataRow<string, string>("codex", file)),
        ];

    private static string[] TomlFiles =>
        [
            "model = \"gpt\"\n",
            "# mine\n[mcp_servers.other]\ncommand = \"x\" # kept\n\n[profiles.a]\nlist = [\n  \"[mcp_servers.clickup]\",\n]\n",
            "text = \"\"\"\n[mcp_servers.clickup]\n\"\"\"\n",
            "[mcp_servers]\n[mcp_servers.\"with space\"]\ncommand = 'a'\r\n",
            "at = 1979-05-27 07:32:00\nsome.\"dotted\".key = { a = 1, b = [1, 2] }\n\n\n",
        ];

    public void Dispose() => _home.Dispose();

    [Theory]
    [MemberData(nameof(WithFiles))]
    public async Task Without_a_file_one_is_made_and_taken_away_again(string client)
    {
        (await _home.RunAsync("install", client)).ExitCode.ShouldBe(0);
        string file = _home.Read(client);
        file.ShouldContain("/opt/clickup-mcp");

        (await _home.RunAsync("install", client)).Output.ShouldContain("was not changed");
        _home.Read(client).ShouldBe(file);
        File.Exists($"{_home.FileOf(client)}.before-clickup-mcp").ShouldBeFalse();

        (await _home.RunAsync("uninstall", client)).ExitCode.ShouldBe(0);
        File.Exists(_home.FileOf(client)).ShouldBeFalse();
        (await _home.RunAsync("uninstall", client)).Output.ShouldContain("was not changed");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_else_stands_in_the_file_keeps_every_byte(string client, string file)
    {
        _home.Write(client, file);

        CliRun run = await _home.RunAsync("install", client, "--persona", "all", "--read-only");
        run.ExitCode.ShouldBe(0, run.Error);
        string installed = _home.Read(client);
        Enumerable
            .Range(0, file.Length + 1)
            .Any(at =>
                installed.StartsWith(file[..at], StringComparison.Ordinal)
                && installed.EndsWith(file[at..], StringComparison.Ordinal)
            )
            .ShouldBeTrue(installed);

        ClientHome.Text($"{_home.FileOf(client)}.before-clickup-mcp").ShouldBe(file);
        await _home.RunAsync("install", client, "--persona", "all", "--read-only");
        _home.Read(client).ShouldBe(installed);

        await _home.RunAsync("install", client, "--sandbox");
        _home.Read(client).ShouldNotContain("--read-only");
        (await _home.RunAsync("uninstall", client)).ExitCode.ShouldBe(0);
        _home.Read(client).ShouldBe(file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_entry_starts_the_server_with_the_options_given(string client, string file)
    {
        string key = _home.At("key");
        PrivateFile.Write(key, "pk_1_ABC");
        _home.Write(client, file);
        await _home.RunAsync(
            "install",
            client,
            "--sandbox",
            "--persona",
            "all",
            "--api-key-file",
            key,
            "--read-only=false"
        );

        string[] expected = ["stdio", "--sandbox", "--api-key-file", key, "--persona", "all", "--read-only=false"];
        if (client == "codex")
        {
            string list = string.Join(", ", expected.Select(static word => $"\"{word}\""));
            _home
                .Read(client)
                .ShouldContain(
                    $"[mcp_servers.clickup]\ncommand = \"/opt/clickup-mcp\"\nargs = [{list}]\n".ReplaceLineEndings(
                        file.Contains('\r') ? "\r\n" : "\n"
                    )
                );
            return;
        }

        JsonElement entry = Entry(client);
        entry.GetProperty("command").GetString().ShouldBe("/opt/clickup-mcp");
        entry.GetProperty("args").EnumerateArray().Select(static word => word.GetString()).ShouldBe(expected);
        entry.TryGetProperty("env", out _).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(WithFiles))]
    public async Task The_token_is_written_only_when_asked_for_and_then_for_the_owner_alone(string client)
    {
        Dictionary<string, string> variables = new() { ["CLICKUP_API_KEY"] = Key };

        CliRun without = await _home.RunAsync(variables, "install", client);
        _home.Read(client).ShouldNotContain("CANARY");
        CliRun with = await _home.RunAsync(variables, "install", client, "--with-key");

        _home.Read(client).ShouldContain(Key);
        (without.Output + without.Error + with.Output + with.Error).ShouldNotLeak("CANARY");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_home.FileOf(client)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await _home.RunAsync("install", client, "--with-key")).ShouldBeOneLine(ExitCode.Usage);
    }

    [Theory]
    [InlineData("cursor", "{\n  \"mcpServers\": {\n    \"a\": tru\n}", "line 3, column ")]
    [InlineData("zed", "[]", "line 1, column 1")]
    [InlineData("zed", "{\"context_servers\": []}", "\"context_servers\" should be an object")]
    [InlineData(
        "vscode",
        "{\"servers\": {}, \"servers\": {}}",
        "line 1, column 17: \"servers\" is there a second time"
    )]
    [InlineData("codex", "a = \n", "line 1, column 5: a value should stand here")]
    [InlineData("codex", "a = 1\nb = \"c\n", "line 2, column 5: the text that begins here does not end")]
    [InlineData("codex", "[mcp_servers\n", "line 1, column 13: ] should stand here")]
    [InlineData("codex", "mcp_servers = { a = { command = \"x\" } }\n", "change it by hand")]
    [InlineData("codex", "[mcp_servers]\nclickup.command = \"x\"\n", "line 2, column 1")]
    public async Task A_file_that_cannot_be_understood_is_not_touched(string client, string file, string problem)
    {
        _home.Write(client, file);

        foreach (string verb in new[] { "install", "uninstall" })
        {
            CliRun run = await _home.RunAsync(verb, client);
            run.ShouldBeOneLine(ExitCode.Failed);
            run.Error.ShouldContain(problem);
        }

        _home.Read(client).ShouldBe(file);
        Directory.GetFiles(Path.GetDirectoryName(_home.FileOf(client))!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_link_stays_one_and_modes_are_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        string real = _home.At("dotfiles.json");
        await File.WriteAllTextAsync(real, "{}", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Directory.CreateDirectory(_home.At(".cursor"));
        File.CreateSymbolicLink(_home.FileOf("cursor"), real);

        (await _home.RunAsync("install", "cursor")).ExitCode.ShouldBe(0);

        new FileInfo(_home.FileOf("cursor")).LinkTarget.ShouldBe(real);
        (await File.ReadAllTextAsync(real, TestContext.Current.CancellationToken)).ShouldContain("clickup");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(real)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }
    }

    [Theory]
    [MemberData(nameof(WithFiles))]
    public async Task It_can_be_printed_instead(string client)
    {
        CliRun run = await _home.RunAsync("install", client, "--print");

        run.Output.ShouldContain("/opt/clickup-mcp");
        File.Exists(_home.FileOf(client)).ShouldBeFalse();
    }

    [Fact]
    public async Task For_n8n_the_node_is_printed()
    {
        CliRun run = await _home.RunAsync("install", "n8n", "--url", "https://mcp.example.com/mcp");

        JsonElement node = JsonElement.Parse(run.Output).GetProperty("nodes")[0];
        node.GetProperty("parameters").GetProperty("endpointUrl").GetString().ShouldBe("https://mcp.example.com/mcp");
        (await _home.RunAsync("uninstall", "n8n")).Output.ShouldContain("Delete the node");
    }

    [Fact]
    public async Task A_client_of_no_such_name_is_said_with_the_nearest()
    {
        CliRun run = await _home.RunAsync("install", "curser");

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("Did you mean cursor?");
    }

    private static string[] JsonFiles(string section) =>
        [
            $"{{\n  \"{section}\": {{\n    \"other\": {{ \"command\": \"x\" }}\n  }}\n}}\n",
            $"// mine\n{{\n    // before\n    \"a\": [1, 2,], /* between */\n    \"{section}\": {{ // servers\n        \"other\": {{}}, // last\n    }},\n}}\n",
            $"{{\r\n\t\"z\": \"ü 漢\",\r\n\t\"{section}\": {{\r\n\t\t\"other\": {{}}\r\n\t}}\r\n}}",
            $"{{\"{section}\":{{\"other\":{{}}}},\"b\":1}}",
            "{\n  \"theme\": \"dark\"\n}\n",
            "{\"a\":1}",
            "\ufeff{\n  \"a\": \"// no comment\"\n}\n",
        ];

    private JsonElement Entry(string client)
    {
        using JsonDocument file = JsonDocument.Parse(_home.Read(client).TrimStart('\ufeff'), Lenient);
        return file.RootElement.GetProperty(ClientTable.Find(client)!.Section).GetProperty("clickup").Clone();
    }
}

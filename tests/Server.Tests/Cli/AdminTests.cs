using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Cli;
using ClickUpMcp.Cli.Admin;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What an operator does with the store, while a server has it open.</summary>
public sealed class AdminTests : IAsyncLifetime
{
    private const string User = "183";
    private static readonly RecordKind Kind = new("test-kind", "What tests keep.", TimeSpan.FromDays(1));
    private static readonly RecordKind Secrets = new("test-secret", "What tests seal.", TimeSpan.FromDays(1));

    private readonly string _folder = Directory.CreateTempSubdirectory("admin-").FullName;
    private readonly string _oldKey = NewKey();
    private readonly string _newKey = NewKey();
    private IRecordStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Address => $"sqlite:{Path.Combine(_folder, "store.db")}";

    public async ValueTask InitializeAsync() =>
        _store = await StoreFactory.OpenAsync(Address, TimeProvider.System, Stop);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Exports_a_user_and_says_of_secrets_only_that_they_are_there()
    {
        await WriteAsync("183-readable", """{"name":"n8n","scopes":["read"]}"""u8.ToArray(), Kind);
        await WriteAsync("183-bytes", [1, 2, 0xFF], Kind);
        await WriteAsync("183-secret", Sealer(_oldKey).Seal(Secrets, "183-secret", "canary"u8.ToArray()), Secrets);
        await WriteAsync("other", "{}"u8.ToArray(), Kind, "184");

        (int code, string output) = await RunAsync(new ExportWord([Kind, Secrets]), null, "export", "--user", User);

        code.ShouldBe(ExitCode.Ok);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("\"key\":\"183-bytes\"");
        lines[0].ShouldEndWith("\"sealed\":false,\"value\":\"AQL/\"}");
        lines[1].ShouldStartWith("{\"kind\":\"test-kind\",\"purpose\":\"What tests keep.\",\"key\":\"183-readable\"");
        lines[1].ShouldEndWith("\"sealed\":false,\"value\":{\"name\":\"n8n\",\"scopes\":[\"read\"]}}");
        lines[2].ShouldEndWith("\"sealed\":true,\"value\":null}");
        output.ShouldNotContain("canary");
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Erases_a_user_for_the_running_server_too()
    {
        await WriteAsync("183-a", "{}"u8.ToArray(), Kind);
        await WriteAsync("184-a", "{}"u8.ToArray(), Kind, "184");

        CliRun run = await CliAsync("admin", "erase", "--user", User);
        CliRun again = await CliAsync("admin", "erase", "--user", OwnerId.Of(User));

        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldBe("Erased 1 of this user's records and counters.\n");
        again.Output.ShouldBe("Nothing was kept of this user.\n");
        (await _store.FindAsync(Kind, "183-a", Stop)).ShouldBeNull();
        (await _store.FindAsync(Kind, "184-a", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Rewraps_what_an_older_key_sealed()
    {
        byte[] old = Sealer(_oldKey).Seal(Secrets, "a", "one"u8.ToArray());
        byte[] current = Sealer(_newKey).Seal(Secrets, "b", "two"u8.ToArray());
        await WriteAsync("a", old, Secrets);
        await WriteAsync("b", current, Secrets);
        await WriteAsync("c", "{}"u8.ToArray(), Kind);
        RewrapWord word = new([Kind, Secrets]);

        (int code, string output) = await RunAsync(word, MasterKeys.Parse($"{_newKey},{_oldKey}"), "rewrap");
        (_, string again) = await RunAsync(word, MasterKeys.Parse($"{_newKey},{_oldKey}"), "rewrap");

        code.ShouldBe(ExitCode.Ok);
        output.ShouldStartWith("Wrapped 1 sealed values");
        again.ShouldStartWith("Wrapped 0 sealed values");
        StoredRecord record = (await _store.FindAsync(Secrets, "a", Stop))!;
        Sealer(_newKey).Open(Secrets, "a", record.Value).ShouldBe("one"u8.ToArray());
        record.Owner.ShouldBe(OwnerId.Of(User));
        (await _store.FindAsync(Secrets, "b", Stop))!.Value.ToArray().ShouldBe(current);
    }

    [Fact]
    public async Task Rewraps_nothing_without_a_master_key() =>
        (await CliAsync("admin", "rewrap")).ShouldBeOneLine(ExitCode.Usage);

    [Fact]
    public async Task A_store_in_memory_is_only_the_servers_own()
    {
        CliRun run = await CliRun.RunAsync("admin", "erase", "--user", User);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("--store");
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("admin", "remove")]
    [InlineData("admin", "erase")]
    [InlineData("admin", "erase", "--user", "anna@example.com")]
    [InlineData("admin", "erase", "--user", "183", "184")]
    [InlineData("admin", "rewrap", "--user", "183")]
    public async Task What_is_asked_wrongly_is_one_line_and_does_nothing(params string[] words)
    {
        await WriteAsync("183-a", "{}"u8.ToArray(), Kind);

        (await CliAsync(words)).ShouldBeOneLine(ExitCode.Usage);

        (await _store.FindAsync(Kind, "183-a", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_one_line_without_its_path()
    {
        string path = Path.Combine(_folder, "text");
        PrivateFile.Write(path, new string('x', 5000));

        CliRun run = await CliRun.RunAsync("admin", "erase", "--user", User, "--store", $"sqlite:{path}");

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldNotContain(path);
    }

    [Fact]
    public async Task An_address_that_is_none_is_never_repeated()
    {
        CliRun run = await CliRun.RunAsync("admin", "erase", "--user", User, "--store", "mysql://anna:hunter2@host/db");

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Help_names_every_word()
    {
        CliRun run = await CliRun.RunAsync("help", "admin");
        foreach (string name in AdminTable.Names)
        {
            run.Output.ShouldContain($"  admin {name}");
        }
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static RecordSealer Sealer(string keys) => new(MasterKeys.Parse(keys));

    private async Task WriteAsync(string key, byte[] value, RecordKind kind, string user = User) =>
        (
            await _store.TryInsertAsync(
                new StoredRecord(kind, key, value, DateTimeOffset.MaxValue) { Owner = OwnerId.Of(user) },
                Stop
            )
        ).ShouldBeTrue();

    private Task<CliRun> CliAsync(params string[] words) =>
        CliRun.RunAsync(new Dictionary<string, string> { ["CLICKUP_MCP_STORE"] = Address }, words);

    /// <summary>Runs a word on kinds of this test, which the table of the server does not have.</summary>
    private async Task<(int Code, string Output)> RunAsync(IAdminWord word, MasterKeys? keys, params string[] words)
    {
        ServerOptions options = new();
        options.Http.Store.Address = new Secret(Address);
        options.Http.Store.MasterKeys = keys;
        using MemoryStream output = new();
        CliEnvironment environment = new(
            new CompositionRoot(TimeProvider.System),
            static _ => null,
            new Lazy<Stream>(Stream.Null),
            new Lazy<Stream>(output),
            new Lazy<Stream>(Stream.Null),
            TimeProvider.System
        );
        CommandArguments arguments = CommandArguments.Parse(words, word.Flags, static () => StoreSettings.All);
        int code = await word.RunAsync(new AdminCommand(arguments, options, environment), Stop);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}

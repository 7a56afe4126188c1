using System.Security.Cryptography;
using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What an operator does with licence keys, while a server has their store open.</summary>
[Trait("Promise", "PB-04")]
public sealed class LicenceAdminTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("licences-").FullName;
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private IRecordStore _store = null!;
    private LicenceStore _licences = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Address => $"sqlite:{Path.Combine(_folder, "store.db")}";

    public async ValueTask InitializeAsync()
    {
        _store = await StoreFactory.OpenAsync(Address, TimeProvider.System, Stop);
        _licences = new LicenceStore(_store, new RecordSealer(MasterKeys.Parse(_key)), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_key_is_printed_once_and_allows_what_was_said()
    {
        CliRun run = await CliAsync(
            "licences",
            "issue",
            "customer 7",
            "--scopes=read,delete",
            "--workspaces=9001,9002",
            "--only-tools=get_task,delete_task",
            "--daily-calls=500",
            "--devices=2",
            "--days=90"
        );
        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        Licence licence = (await _licences.FindByKeyAsync(run.Output.Trim(), Stop)).ShouldNotBeNull();
        licence.Name.ShouldBe("customer 7");
        licence.Limits.Scopes.ShouldBe(["read", "delete"]);
        licence.Limits.Workspaces.ShouldBe(["9001", "9002"]);
        licence.Limits.Tools.ShouldBe(["get_task", "delete_task"]);
        (licence.Limits.CallsPerDay, licence.Limits.Devices).ShouldBe((500, 2));
        (licence.Expires - licence.Created).ShouldBe(TimeSpan.FromDays(90));
        run.Error.ShouldContain(licence.Id);
        foreach (
            string[] words in (string[][])
                [
                    ["licences", "list"],
                    ["licences", "show", licence.Id],
                ]
        )
        {
            CliRun shown = await CliAsync(words);
            shown.Output.ShouldContain(licence.Id);
            shown.Output.ShouldContain("customer 7");
            shown.Output.ShouldNotContain(run.Output.Trim());
        }
    }

    [Fact]
    public async Task Each_change_counts_at_once_and_a_revocation_for_ever()
    {
        string id = (await IssueAsync()).Licence.Id;
        await ShouldBecomeAsync(["suspend", id], ExitCode.Ok, LicenceState.Suspended);
        await ShouldBecomeAsync(["resume", id], ExitCode.Ok, LicenceState.Active);
        await ShouldBecomeAsync(["limit", id, "--daily-calls=7", "--workspaces=any"], ExitCode.Ok, LicenceState.Active);
        LicenceLimits limits = (await _licences.FindAsync(id, Stop))!.Limits;
        (limits.CallsPerDay, limits.Workspaces.Count).ShouldBe((7, 0));
        limits.Scopes.ShouldBe(new LicenceLimits().Scopes);
        await ShouldBecomeAsync(["revoke", id], ExitCode.Ok, LicenceState.Revoked);
        await ShouldBecomeAsync(["resume", id], ExitCode.Failed, LicenceState.Revoked);
        await ShouldBecomeAsync(["suspend", id], ExitCode.Failed, LicenceState.Revoked);

        async Task ShouldBecomeAsync(string[] words, int code, LicenceState state)
        {
            (await CliAsync(["licences", .. words])).ExitCode.ShouldBe(code);
            (await _licences.FindAsync(id, Stop))!.State.ShouldBe(state);
        }
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task Use_is_shown()
    {
        string id = (await IssueAsync()).Licence.Id;
        DailyUsage usage = new(_store, TimeProvider.System);
        await usage.SpendAsync(StoredDailyQuota.KeyOf(LicenceKeys.PrincipalOf(id)), 0, Stop);
        await usage.SpendAsync(StoredDailyQuota.KeyOf(LicenceKeys.PrincipalOf(id)), 0, Stop);
        (await CliAsync("licences", "show", id)).Output.ShouldContain("  2\n");
    }

    [Theory]
    [InlineData(ExitCode.Failed, "licences", "show", "0000000000000000")]
    [InlineData(ExitCode.Failed, "licences", "revoke", "0000000000000000")]
    [InlineData(ExitCode.Failed, "licences", "limit", "0000000000000000", "--days=3")]
    [InlineData(ExitCode.Usage, "licences")]
    [InlineData(ExitCode.Usage, "licences", "issue")]
    [InlineData(ExitCode.Usage, "licences", "issue", "a", "b")]
    [InlineData(ExitCode.Usage, "licences", "issue", "a", "--scopes=everything")]
    [InlineData(ExitCode.Usage, "licences", "issue", "a", "--only-tools=no_such_tool")]
    [InlineData(ExitCode.Usage, "licences", "issue", "a", "--days=0")]
    [InlineData(ExitCode.Usage, "licences", "issue", "a", "--workspaces=mine")]
    [InlineData(ExitCode.Usage, "licences", "limit", "0000000000000000")]
    [InlineData(ExitCode.Usage, "licences", "revoke", "0000000000000000", "--days=3")]
    [InlineData(ExitCode.Usage, "token")]
    [InlineData(ExitCode.Usage, "token", "new", "two words")]
    [InlineData(ExitCode.Usage, "token", "new", "#anna")]
    public async Task What_cannot_be_done_is_one_line(int code, params string[] words)
    {
        (await CliAsync(words)).ShouldBeOneLine(code);
        (await _licences.ListAsync(null, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_bearer_token_comes_with_its_line_of_the_file()
    {
        CliRun run = await CliRun.RunAsync("admin", "token", "new", "anna");
        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        string[] lines = run.Output.TrimEnd().Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].Length.ShouldBe(43, "256 bits in Base64");
        BearerToken token = BearerTokenFile.Parse([lines[1]]).Single();
        token.Principal.Name.ShouldBe("anna");
        Convert.ToHexStringLower(token.Hash).ShouldBe(TokenFile.HashOf(lines[0]));
        (await CliRun.RunAsync("admin", "token", "new", "anna")).Output.ShouldNotBe(run.Output);
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task A_key_is_bound_freed_for_the_next_and_unbound()
    {
        (await CliAsync("licences", "issue", "customer 8", "--bind", "network,client")).ExitCode.ShouldBe(0);
        string id = (await _licences.ListAsync(after: null, Stop)).Single().Id;
        Licence issued = (await _licences.FindAsync(id, Stop))!;
        issued.Binding!.To.ShouldBe(["client", "network"]);
        await _licences.CheckSenderAsync(issued, new Sender("own", null, "c63364"), Stop);
        (await CliAsync("licences", "show", id)).Output.ShouldContain("bound to       client network");
        (await CliAsync("licences", "limit", id, "--daily-calls", "5")).ExitCode.ShouldBe(0);
        Licence used = (await _licences.FindAsync(id, Stop))!;
        used.Binding!.Known.Count.ShouldBe(2, "another limit leaves it");
        await Should.ThrowAsync<ForeignSenderException>(async () =>
            await _licences.CheckSenderAsync(used, new Sender("other", null, "c63364"), Stop)
        );

        (await CliAsync("licences", "limit", id, "--bind", "client")).ExitCode.ShouldBe(0);
        (await _licences.FindAsync(id, Stop))!.Binding!.Known.ShouldBeEmpty();
        (await CliAsync("licences", "limit", id, "--bind", "any")).ExitCode.ShouldBe(0);
        (await _licences.FindAsync(id, Stop))!.Binding.ShouldBeNull();
        CliRun wrong = await CliAsync("licences", "limit", id, "--bind", "machine");
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("client, device, network");
    }

    private async Task<IssuedLicence> IssueAsync() =>
        await _licences.IssueAsync(
            "customer 7",
            TimeSpan.FromDays(9),
            new LicenceLimits { Workspaces = ["9001"] },
            binding: null,
            Stop
        );

    private Task<CliRun> CliAsync(params string[] words) =>
        CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_STORE"] = Address, ["CLICKUP_MCP_MASTER_KEY"] = _key },
            ["admin", .. words]
        );
}

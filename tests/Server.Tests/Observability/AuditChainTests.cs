using System.Text;
using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Observability;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.Observability;

/// <summary>No line of the audit is changed, added, removed or moved unseen by who has no key.</summary>
[Trait("Requirement", "L-01")]
public sealed class AuditChainTests : IDisposable
{
    private const int Lines = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);

    private string Audit => Path.Combine(_folder, "audit.log");

    [Fact]
    public async Task L_01_what_servers_wrote_follows_on_over_starts_parts_and_processes_beside_each_other()
    {
        Write(Lines, partBytes: 2000);
        using (RotatingFile first = new(Audit, new RetentionLimits(0, TimeSpan.Zero), _time))
        using (RotatingFile second = new(Audit, new RetentionLimits(0, TimeSpan.Zero), _time))
        {
            ILineDestination[] beside = [Chained(first), Chained(second)];
            for (int i = 0; i < Lines; i++)
            {
                beside[i * i % 3 % 2].Write(Line(i));
            }
        }

        Directory.GetFiles(_folder, "audit.log.2*").Length.ShouldBeGreaterThan(1);
        CliRun run = await VerifyAsync();
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldStartWith($"{2 * Lines} lines of 3 runs: each follows on.");
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("added")]
    [InlineData("removed")]
    [InlineData("moved")]
    [InlineData("repeated")]
    [InlineData("not sealed")]
    [InlineData("extended")]
    [InlineData("of another run")]
    public async Task L_01_whatever_is_done_to_a_line_is_found_where_it_is(string deed)
    {
        Write(Lines);
        string[] before = File.ReadAllLines(Audit);
        for (int at = 0; at < Lines - 1; at++)
        {
            List<string> lines = [.. before];
            switch (deed)
            {
                case "changed":
                    lines[at] = lines[at].Replace("\"ok\"", "\"failed\"", StringComparison.Ordinal);
                    break;
                case "added":
                    lines.Insert(at + 1, Sealed(before[at], "f00dface", at + 2));
                    break;
                case "removed" when at > 0:
                    lines.RemoveAt(at);
                    break;
                case "moved":
                    (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                    break;
                case "repeated":
                    lines.Insert(at, lines[at]);
                    break;
                case "not sealed":
                    lines[at] = lines[at][..lines[at].IndexOf(",\"run\"", StringComparison.Ordinal)] + "}";
                    break;
                case "extended":
                    lines[at] = lines[at].Replace("\"}", "\",\"outcome\":\"failed\"}", StringComparison.Ordinal);
                    break;
                case "of another run":
                    lines[at] = Sealed(before[at], "f00dface", 1);
                    break;
                default:
                    continue;
            }

            File.WriteAllLines(Audit, lines);
            CliRun run = await VerifyAsync();
            run.ExitCode.ShouldBe(1, $"{deed} at {at}: {run.Output}");
            int place = deed is "added" or "moved" or "repeated" ? at + 2 : at + 1;
            run.Output.ShouldContain($"audit.log:{place}: ", Case.Sensitive, $"{deed} at {at}: {run.Output}");
        }
    }

    [Fact]
    public async Task L_01_what_was_cut_off_is_missed_by_the_next_start_and_by_who_kept_the_last_chain()
    {
        Write(Lines);
        string last = (await VerifyAsync()).Output.Split("Last: ")[1].Split(' ')[0];
        (await VerifyAsync("--expect", last)).ExitCode.ShouldBe(0);

        File.WriteAllLines(Audit, File.ReadAllLines(Audit)[..(Lines / 2)]);
        (await VerifyAsync("--expect", last)).ExitCode.ShouldBe(1);
        (await VerifyAsync()).ExitCode.ShouldBe(0, "nothing came after");

        Write(1);
        string[] left = File.ReadAllLines(Audit);
        File.WriteAllLines(Audit, [.. left[..(Lines / 4)], left[^1]]);
        (await VerifyAsync()).Output.ShouldContain($"audit.log:{(Lines / 4) + 1}: begins run");
    }

    [Fact]
    public async Task L_01_parts_that_were_deleted_for_their_age_are_no_change()
    {
        Write(Lines, partBytes: 2000);
        File.Delete(Directory.GetFiles(_folder, "audit.log.2*").Order().First());

        CliRun run = await VerifyAsync();

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("Of 1 runs the first lines are not here");
    }

    [Fact]
    public async Task L_01_with_another_key_or_without_one_nothing_is_proved()
    {
        Write(Lines);
        string secret = Path.Combine(_folder, "secret");
        PrivateFile.Write(secret, new string('x', 40));
        (await VerifyAsync("--audit-key-file", secret)).ExitCode.ShouldBe(1);

        File.Delete(Audit + ".key");
        (await VerifyAsync()).Error.ShouldContain("--audit-key-file");
    }

    [Fact]
    public void L_01_a_line_that_could_not_be_written_has_no_place()
    {
        CollectedLines failing = new();
        ChainedLines lines = new(failing, Chain(), static () => null);
        lines.Write(Line(0));
        failing.Fails = true;
        Should.Throw<IOException>(() => lines.Write(Line(1)));
        failing.Fails = false;
        lines.Write(Line(2));

        ChainCheck check = new(Chain());
        failing.Lines.Select(check.Read).ShouldAllBe(static problem => problem == null);
        check.Lines.ShouldBe(2);
    }

    [Fact]
    public async Task A_query_writes_the_lines_that_fit_all_that_is_asked()
    {
        string ours = AuditLine.HashOf(Hosting.Access.PrincipalId.OfName("anna"));
        string[] lines =
        [
            $$"""{"time":"2026-11-28T10:00:00.000Z","principal":"{{ours}}","tool":"run_read_tool","ran":"get_task","outcome":"ok"}""",
            """{"time":"2026-11-28T11:00:00.000Z","principal":"9f0c5d1be27a44a0","session":"51b27c0f9be27a44","tool":"get_task","outcome":"refused"}""",
            """{"time":"2026-11-29T11:00:00.000Z","principal":"9f0c5d1be27a44a0","tool":"create_task","outcome":"ok"}""",
            "not a line of the audit",
        ];
        File.WriteAllLines(Audit, lines);

        (await QueryAsync()).ShouldBe(lines[..3]);
        (await QueryAsync("--tool", "get_task")).ShouldBe(lines[..2]);
        (await QueryAsync("--principal", "anna")).ShouldBe(lines[..1]);
        (await QueryAsync("--principal", "9f0c", "--outcome", "ok")).ShouldBe([lines[2]]);
        (await QueryAsync("--session", "51b2")).ShouldBe([lines[1]]);
        (await QueryAsync("--since", "2026-11-28T11:00Z", "--until", "2026-11-29")).ShouldBe([lines[1]]);
        (await QueryAsync("--since", "1m")).ShouldBeEmpty();
        (await QueryAsync("--until", "1m")).ShouldBe(lines[..3]);
    }

    [Theory]
    [InlineData("--since", "yesterday-ish")]
    [InlineData("--until", "7w")]
    public async Task A_time_that_is_none_is_said(string flag, string value) =>
        (await RunAsync("query", flag, value)).ShouldBeOneLine(ExitCode.Usage);

    [Fact]
    public async Task Where_there_is_no_audit_both_say_so()
    {
        (await RunAsync("query")).ShouldBeOneLine(ExitCode.Failed);
        (await VerifyAsync()).ShouldBeOneLine(ExitCode.Failed);
        (await CliRun.RunAsync("audit", "verify")).ShouldBeOneLine(ExitCode.Usage);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Hosting.AuditChain Chain() => new(new Lazy<byte[]>(() => AuditKey.Keep(Audit + ".key", static () => { })));

    private ChainedLines Chained(RotatingFile file) => new(file, Chain(), file.Last);

    private void Write(int count, int partBytes = 0)
    {
        using RotatingFile file = new(Audit, new RetentionLimits(partBytes * 8, TimeSpan.Zero), _time);
        ChainedLines chained = Chained(file);
        for (int i = 0; i < count; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            chained.Write(Line(i));
        }
    }

    private static byte[] Line(int i) =>
        Encoding.UTF8.GetBytes($$"""{"time":"2026-11-28T10:00:00.000Z","tool":"ünï_{{i}}","outcome":"ok"}""" + '\n');

    // As somebody would seal it who has seen many lines and no key.
    private static string Sealed(string line, string run, int number)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        string chain = document.RootElement.GetProperty("chain").GetString()!;
        return $$"""{"time":"2026-11-28T10:00:00.000Z","run":"{{run}}","n":{{number}},"chain":"{{chain}}"}""";
    }

    private Task<CliRun> VerifyAsync(params string[] more) => RunAsync("verify", more);

    private async Task<string[]> QueryAsync(params string[] more)
    {
        CliRun run = await RunAsync("query", more);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<CliRun> RunAsync(string word, params string[] more) =>
        CliRun.RunAsync(["audit", word, "--audit", Audit, .. more]);
}

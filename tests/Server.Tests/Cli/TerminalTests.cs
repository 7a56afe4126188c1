using System.Text;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli;

/// <summary>No text of other people reaches the terminal as a command, or as a line of ours.</summary>
public sealed class TerminalTests
{
    private const string Key = "pk_1_KEY";

    // As JSON writes it: a colour, a title, C1, a bidirectional override, a tag, line ends, and a line that looks like ours.
    private const string Hostile =
        "a\\u001b[31mb\\u001b]0;title\\u0007c\\u009b2Jd\\u202ee\\udb40\\udc41f\\r\\nok      token  g\\u2028h\\u0000\\u0008i";

    [Fact]
    public async Task Doctor_shows_names_of_ClickUp_on_one_line_without_commands()
    {
        await using UpstreamClickUp good = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        await using UpstreamClickUp bad = await UpstreamClickUp.StartAsync(new() { [Key] = Hostile });

        CliRun usual = await DoctorAsync(good);
        CliRun run = await DoctorAsync(bad);

        ShouldBePlain(run.Output);
        run.Output.ShouldContain("a[31mb]0;title");
        run.Output.Split('\n').Length.ShouldBe(usual.Output.Split('\n').Length);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task What_ClickUp_says_of_an_error_is_shown_likewise(int status)
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        upstream.Fault = (status, $$"""{"err":"{{Hostile}}","ECODE":"{{Hostile}}"}""");

        ShouldBePlain((await DoctorAsync(upstream)).Output);
        CliRun call = await CliRun.RunAsync(Variables(upstream), "call", "get_task", """{"task":"86abc1"}""");
        call.ExitCode.ShouldBe(1);
        ShouldBePlain(call.Output);
    }

    [Theory]
    [InlineData("\u001b[31m")]
    [InlineData("stdio", "--\u001b[31m")]
    [InlineData("stdio", "--read-only=\u202e")]
    [InlineData("stdio", "--persona=a\u001b[31m\nb")]
    [InlineData("call", "\u001b[31m\n", "--sandbox")]
    [InlineData("sandbox", "--port=\u009b")]
    public async Task What_is_typed_is_not_echoed_as_a_command(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldNotBe(0);
        ShouldBePlain(run.Error);
        run.Error.Count(static c => c == '\n').ShouldBe(1);
    }

    /// <summary>The two ways to the terminal, with every character that is a command or cannot be seen.</summary>
    [Fact]
    public void Every_way_to_the_terminal_is_clean()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var environment = new CliEnvironment(
            new CompositionRoot(TimeProvider.System),
            static _ => null,
            new Lazy<Stream>(Stream.Null),
            new Lazy<Stream>(output),
            new Lazy<Stream>(error),
            TimeProvider.System
        );
        string all = string.Concat(Enumerable.Range(0, 0x3000).Select(static c => $"{(char)c}"));

        environment.WriteLine("a" + all + "b");
        environment.WriteError("a" + all + "b");

        ShouldBePlain(Encoding.UTF8.GetString(output.ToArray()));
        string line = Encoding.UTF8.GetString(error.ToArray());
        ShouldBePlain(line);
        line.Count(static c => c == '\n').ShouldBe(1);
    }

    private static void ShouldBePlain(string text) =>
        text.Where(static c =>
                (char.IsControl(c) && c is not ('\n' or '\t'))
                || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029' or '\udb40'
            )
            .ShouldBeEmpty(text);

    private static Task<CliRun> DoctorAsync(UpstreamClickUp upstream) =>
        CliRun.RunAsync(Variables(upstream), "doctor", "--time-zone", "UTC");

    private static Dictionary<string, string> Variables(UpstreamClickUp upstream) =>
        new() { ["CLICKUP_API_KEY"] = Key, ["CLICKUP_API_BASE_URL"] = upstream.Address };
}

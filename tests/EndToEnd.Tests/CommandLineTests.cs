using System.Text.Json;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The verbs of the executable.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Tools_as_JSON_describe_every_listed_tool()
    {
        var done = await ServerBinary.RunAsync("tools", "--json");

        done.ExitCode.ShouldBe(0, done.Everything);
        var tools = JsonElement.Parse(done.Output).EnumerateArray().ToList();
        tools.Count.ShouldBeGreaterThanOrEqualTo(30);
        string[] keys = ["name", "aliases", "category", "scope", "annotations", "operations", "inputSchema"];
        foreach (var tool in tools)
        {
            keys.Except(tool.EnumerateObject().Select(property => property.Name)).ShouldBeEmpty(tool.GetRawText());
        }
    }

    [Fact]
    public async Task Call_prints_the_result_of_the_sandbox()
    {
        var done = await ServerBinary.RunAsync("call", "get_current_user", "{}", "--sandbox");

        done.ExitCode.ShouldBe(0, done.Everything);
        done.Output.ShouldContain("@");
    }

    [Fact]
    public async Task A_call_that_fails_has_another_exit_code()
    {
        var done = await ServerBinary.RunAsync(
            "call",
            "get_task",
            """{"task":"Nobody has created this"}""",
            "--sandbox"
        );

        done.ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData("help", "sandbox")]
    [InlineData("version", ".")]
    public async Task Help_and_version_say_what_they_should(string verb, string expected)
    {
        var done = await ServerBinary.RunAsync(verb);

        done.ExitCode.ShouldBe(0, done.Everything);
        done.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task An_unknown_verb_is_refused_with_a_hint()
    {
        var done = await ServerBinary.RunAsync("sandbx");

        done.ExitCode.ShouldNotBe(0);
        done.Errors.ShouldContain("sandbox");
        done.Output.ShouldBeEmpty();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Binding;

/// <summary>For every argument of every tool: null is absent, and another form of a value is bound as the value itself.</summary>
public sealed class FaithfulBindingTests
{
    private static readonly string[] ClientMade =
    [
        "wait_for_previous",
        "toolCallId",
        "sessionId",
        "action",
        "chatInput",
        "random_string",
        "_meta",
        "_x",
    ];

    public static TheoryData<string> Tools => [.. SpecArgument.Tools.Keys];

    [Fact]
    public void Every_tool_is_tried() => SpecArgument.Tools.Count.ShouldBe(ToolCatalog.Count);

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Null_is_as_good_as_absent(string tool)
    {
        foreach (SpecArgument argument in SpecArgument.Of(tool).Where(static a => !a.Type.IsFree))
        {
            BoundByTool without = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, null));
            BoundByTool withNull = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, "null"));

            withNull.Canonical.ShouldBe(without.Canonical, $"{argument}\n{withNull.Text}");
            if (argument.IsRequired)
            {
                withNull.Text.ShouldContain($"- {argument.Name}: is required", customMessage: argument.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Another_form_of_a_value_is_bound_as_the_value(string tool)
    {
        foreach (SpecArgument argument in SpecArgument.Of(tool))
        {
            BoundByTool own = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, argument.Type.Plain));
            own.IsAccepted.ShouldBeTrue($"{argument} = {argument.Type.Plain}\n{own.Text}");
            foreach ((string plain, string form) in argument.Type.Forms)
            {
                BoundByTool expected = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, plain));
                BoundByTool bound = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, form));

                expected.IsAccepted.ShouldBeTrue($"{argument} = {plain}\n{expected.Text}");
                bound.Canonical.ShouldBe(expected.Canonical, $"{argument} = {form}\n{bound.Text}");
            }
        }
    }

    [Fact]
    public async Task A_bare_number_is_in_the_unit_that_the_name_of_a_duration_says_and_else_a_fraction_is_asked_for_it()
    {
        SpecArgument[] durations = [.. SpecArgument.All.Where(static a => a.Type.IsDuration)];
        durations.Length.ShouldBeGreaterThan(6);
        foreach (SpecArgument argument in durations)
        {
            BoundByTool expected = await BlankClickUp.BindAsync(argument.Tool, SpecCall.With(argument, "\"2.5h\""));
            expected.IsAccepted.ShouldBeTrue($"{argument}\n{expected.Text}");
            foreach (string spelling in argument.Aliases.Where(static a => !a.Any(char.IsUpper)).Prepend(argument.Name))
            {
                foreach ((string said, string value) in SpecType.UnitsOf(spelling))
                {
                    BoundByTool bound = await BlankClickUp.BindAsync(
                        argument.Tool,
                        SpecCall.With(argument, value, said)
                    );

                    bound.Canonical.ShouldBe(expected.Canonical, $"{argument.Tool}.{said} = {value}\n{bound.Text}");
                }
            }

            BoundByTool bare = await BlankClickUp.BindAsync(argument.Tool, SpecCall.With(argument, "2.5"));
            bare.Text.ShouldContain($"- {argument.Name}: needs its unit: write 2.5h");
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task What_would_lose_something_is_refused_by_the_name_of_its_argument(string tool)
    {
        foreach (SpecArgument argument in SpecArgument.Of(tool))
        {
            foreach (string value in argument.Type.Unfaithful)
            {
                BoundByTool bound = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, value));

                bound.IsAccepted.ShouldBeFalse($"{argument} = {value}");
                bound.Text.ShouldContain($"- {argument.Name}", customMessage: $"{argument} = {value}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_declared_text_is_never_parsed(string tool)
    {
        // The workspace of a call that runs another tool is said of the call, not of that tool; a token is said of any call.
        bool isRunner = tool.StartsWith("run_", StringComparison.Ordinal);
        foreach (
            SpecArgument argument in SpecArgument
                .Of(tool)
                .Where(a =>
                    a.Type.IsPlainText && a.Name != DryRun.ConfirmArgument && !(isRunner && a.Name == "workspace")
                )
        )
        {
            foreach (string text in new[] { "[1,2]", "{\"a\":1}", "true", "12" })
            {
                BoundByTool bound = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, Quote(text)));

                bound.IsAccepted.ShouldBeTrue($"{argument} = {text}\n{bound.Text}");
                JsonElement
                    .Parse(bound.Canonical!)
                    .GetProperty(argument.Name)
                    .GetString()
                    .ShouldBe(text, argument.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task White_space_is_no_text_where_one_is_asked_for(string tool)
    {
        foreach (SpecArgument argument in SpecArgument.Of(tool).Where(static a => a.Type.IsPlainText))
        {
            BoundByTool empty = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, Quote("")));
            if (!empty.Text.Contains($"- {argument.Name}: must not be empty", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (string text in new[] { " ", "\t\n ", "\u00a0\u2003" })
            {
                BoundByTool bound = await BlankClickUp.BindAsync(tool, SpecCall.With(argument, Quote(text)));
                bound.Text.ShouldContain($"- {argument.Name}: must not be blank", customMessage: argument.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task The_whole_call_may_be_a_text(string tool)
    {
        foreach (ToolExample example in ToolExample.ByTool[tool])
        {
            BoundByTool plain = await BlankClickUp.BindAsync(tool, example.Arguments);
            string text = Quote(example.Arguments);

            plain.IsAccepted.ShouldBeTrue(plain.Text);
            (await BlankClickUp.BindAsync(tool, text)).Canonical.ShouldBe(plain.Canonical);
            if (!tool.StartsWith("run_", StringComparison.Ordinal))
            {
                string run = $$"""{"name":"{{tool}}","arguments":{{text}}}""";
                (await BlankClickUp.BindAsync("run_write_tool", run)).Canonical.ShouldBe(plain.Canonical);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task What_client_software_adds_is_dropped_and_nothing_else(string tool)
    {
        string example = ToolExample.ByTool[tool][0].Arguments;
        BoundByTool plain = await BlankClickUp.BindAsync(tool, example);
        JsonObject call = JsonNode.Parse(example)!.AsObject();
        foreach (string name in ClientMade.Except(SpecArgument.Of(tool).Select(static a => a.Name)))
        {
            call[name] = "x";
        }

        (await BlankClickUp.BindAsync(tool, call.ToJsonString())).Canonical.ShouldBe(plain.Canonical);

        call["tool_call_id"] = "x";
        BoundByTool refused = await BlankClickUp.BindAsync(tool, call.ToJsonString());
        refused.IsAccepted.ShouldBeFalse();
        refused.Text.ShouldContain("\n- tool_call_id: is not a known argument");
        ClientMade.Where(name => refused.Text.Contains($"- {name}:", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_empties_by_null_or_words_is_told_of_clear()
    {
        SpecArgument[] clearable = [.. SpecArgument.All.Where(static a => a.IsClearable)];
        clearable.Length.ShouldBeGreaterThan(10);
        foreach (SpecArgument argument in clearable)
        {
            string clear = $"clear: [\"{argument.Name}\"]";
            (await BlankClickUp.BindAsync(argument.Tool, Alone(argument, "null"))).Text.ShouldContain(clear);
            foreach (string word in new[] { "\"\"", "\" \"", "\"none\"", "\"None\"", "\"null\"" })
            {
                BoundByTool bound = await BlankClickUp.BindAsync(argument.Tool, SpecCall.With(argument, word));

                bound.IsAccepted.ShouldBeFalse($"{argument} = {word}");
                bound.Text.ShouldContain(clear);
            }
        }
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, TestJson.Default.String);

    /// <summary>Only what must be there, and the argument.</summary>
    private static string Alone(SpecArgument argument, string value)
    {
        IEnumerable<string> members = SpecArgument
            .Of(argument.Tool)
            .Where(static a => a.IsRequired)
            .Select(static a => $"\"{a.Name}\":{a.Type.Plain}");
        return $"{{{string.Join(',', members.Append($"\"{argument.Name}\":{value}"))}}}";
    }
}

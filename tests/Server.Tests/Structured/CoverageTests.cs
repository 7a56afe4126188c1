using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Catalogue;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Structured;

/// <summary>Lists say how far they looked, which is not how much they found, and what they leave out.</summary>
public sealed class CoverageTests
{
    // Arguments that are looked for here, in what was read: the call reads as much whatever they are.
    private static readonly string[] Searches = ["query", "name"];

    /// <summary>Each thing that a list leaves out, with an example of the list.</summary>
    public static TheoryData<string, string> LeftOut =>
        [
            .. SpecFiles
                .Tools.Where(SpecFiles.IsList)
                .SelectMany(static tool =>
                    SpecFiles
                        .Items(tool.GetProperty("response"), "leavesOut")
                        .Select(row => (tool.GetProperty("name").GetString()!, row.GetRawText()))
                ),
        ];

    /// <summary>The lists that look for words.</summary>
    public static TheoryData<string, string> Searching =>
        [
            .. SpecFiles
                .Tools.Where(SpecFiles.IsList)
                .SelectMany(static tool =>
                    SpecFiles
                        .ArgumentsOf(tool)
                        .Where(static argument => Searches.Contains(argument.Name) && !IsRequired(argument.Value))
                        .Select(argument => (tool.GetProperty("name").GetString()!, argument.Name))
                ),
        ];

    // A list that is nothing without words has no count of the whole.
    private static bool IsRequired(JsonElement argument) =>
        argument.TryGetProperty("required", out JsonElement required) && required.GetBoolean();

    [Theory]
    [MemberData(nameof(LeftOut))]
    public async Task What_is_left_out_is_said_until_it_is_asked_for(string tool, string leftOut)
    {
        JsonElement row = JsonElement.Parse(leftOut);
        string what = SpecFiles.Text(row, "what")!;
        string[] shown =
        [
            .. SpecFiles.Items(row, "unless").Select(static name => name.GetString()!),
            .. new[] { SpecFiles.Text(row, "argument") }.OfType<string>(),
        ];
        JsonObject arguments = ExampleWithout(tool, shown);
        foreach (string name in SpecFiles.Items(row, "when").Select(static n => n.GetString()!).Take(1))
        {
            arguments[name] = new JsonArray(name is "lists" ? "API" : "Engineering");
            arguments["workspace"] = "9012000001";
        }

        string without = await CallAsync(tool, arguments);
        without.ShouldContain("Left out: ");
        without.ShouldContain(what);
        if (SpecFiles.Text(row, "argument") is not { } argument)
        {
            return;
        }

        without.ShouldContain(argument);
        arguments[argument] = ValueFor(tool, argument);
        (await CallAsync(tool, arguments)).ShouldNotContain(what);
    }

    [Theory]
    [MemberData(nameof(Searching))]
    public async Task A_search_says_how_many_it_looked_through_and_not_how_many_it_found(string tool, string argument)
    {
        SandboxSession session = new();
        int count = await CountAsync(session, tool, []);
        count.ShouldBeGreaterThan(1);

        ToolResult nothing = await session.CallAsync(tool, Arguments(tool, argument, "zzqx").ToJsonString());

        nothing.IsError.ShouldBeFalse(nothing.Text);
        nothing.Text.ShouldStartWith("0 ");
        SeenIn(nothing.Text, "Looked through all ").ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(count);
    }

    [Fact]
    public async Task Words_are_looked_for_in_all_tasks_whatever_the_limit()
    {
        (await CallAsync("get_workspace_tasks", new() { ["query"] = "zzz" })).ShouldStartWith(
            "0 tasks\nLooked through all 187 tasks that pass the filters.\nLeft out: closed tasks (include_closed=true)."
        );

        SandboxSession session = new();
        int seen = 0;
        int found = 0;
        JsonObject call = new() { ["query"] = "login", ["limit"] = 3 };
        string? cursor;
        do
        {
            string page = (await session.CallAsync("get_workspace_tasks", call.ToJsonString())).Text;
            cursor = After(page, "cursor=");
            string begin = cursor is null ? "Looked through the last " : "Looked through ";
            seen += SeenIn(page, begin).ShouldNotBeNull(page);
            found += int.Parse(page.Split(' ')[0]);
            call["cursor"] = cursor;
        } while (cursor is not null);

        seen.ShouldBe(187);
        found.ShouldBeInRange(4, 30);
    }

    [Fact]
    public async Task Time_entries_have_a_total_of_all_by_person_whatever_the_limit()
    {
        const string Total = "Total duration of all 41: 49h.";
        JsonObject arguments = new() { ["everyone"] = true };

        string whole = await CallAsync("get_time_entries", arguments);
        string part = await CallAsync("get_time_entries", new() { ["everyone"] = true, ["limit"] = 2 });

        whole.ShouldContain(Total);
        part.ShouldStartWith("2 of 41 time entries");
        part.ShouldContain(Total);
        part.ShouldContain("By user: Anna Schmidt 11h 45m");
        part.ShouldContain("By billable: true ");
    }

    [Fact]
    public async Task A_legacy_list_of_time_has_a_total_too() =>
        (await CallAsync("get_tracked_time", new() { ["task"] = "27075wz" })).ShouldContain("Total time of all");

    private static int? SeenIn(string text, string begin) =>
        int.TryParse(After(text, begin), out int seen) ? seen : null;

    private static string? After(string text, string mark)
    {
        int start = text.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? null : text[(start + mark.Length)..].Split(' ', '\n')[0];
    }

    private static JsonNode ValueFor(string tool, string argument) =>
        (tool, argument) switch
        {
            ("list_custom_fields", "list") => "API",
            ("list_lists", "folder") => "Backend",
            (_, "start") => "2026-01-01",
            _ => true,
        };

    private static async Task<int> CountAsync(SandboxSession session, string tool, JsonObject arguments)
    {
        ToolResult all = await session.CallAsync(tool, arguments.ToJsonString());
        all.IsError.ShouldBeFalse(all.Text);
        return int.Parse(all.Text.Split(' ')[0]);
    }

    private static JsonObject Arguments(string tool, string argument, string value) => new() { [argument] = value };

    // An example, or part of one, that gives none of these arguments.
    private static JsonObject ExampleWithout(string tool, string[] arguments)
    {
        JsonObject example = JsonNode.Parse(ToolExample.ByTool[tool][0].Arguments)!.AsObject();
        foreach (string argument in arguments)
        {
            example.Remove(argument);
        }

        if (tool == "list_lists")
        {
            example["space"] = "Engineering";
        }

        return example;
    }

    private static async Task<string> CallAsync(string tool, JsonObject arguments)
    {
        ToolResult result = await new SandboxSession().CallAsync(tool, arguments.ToJsonString());
        result.IsError.ShouldBeFalse(result.Text);
        return result.Text;
    }
}

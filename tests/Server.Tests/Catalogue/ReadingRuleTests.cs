using System.Text.Json;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>Rules over all of the spec about what reads show and what is said of them.</summary>
public sealed class ReadingRuleTests
{
    // They narrow or order what is shown, or show more of each thing.
    private static readonly string[] Narrowing =
    [
        "billable",
        "following",
        "include_applied_objects",
        "include_approval_details",
        "include_approval_history",
        "include_markdown_description",
        "open",
        "overdue",
        "reverse",
        "unassigned",
    ];

    private static readonly char[] NoName = [.. " .,;:()/'\"-"];

    // Members that ClickUp numbers; a person reads words.
    private static readonly string[] Numbered = ["role", "inherited_role", "parent.type", "user.role"];

    public static TheoryData<string> ListTools =>
        [.. SpecFiles.Tools.Where(SpecFiles.IsList).Select(static tool => tool.GetProperty("name").GetString()!)];

    [Fact]
    public void No_field_shows_a_person_by_a_name_that_may_be_missing() =>
        SpecFiles
            .ShapeFields.Where(static field =>
                (SpecFiles.Text(field.Field.Value, "from") ?? field.Field.Name).EndsWith(
                    "username",
                    StringComparison.Ordinal
                )
            )
            .Select(static field => $"{field.Shape}.{field.Field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void What_clickup_numbers_has_words()
    {
        (string Shape, JsonProperty Field)[] numbered =
        [
            .. SpecFiles.ShapeFields.Where(static field =>
                Numbered.Contains(SpecFiles.Text(field.Field.Value, "from") ?? field.Field.Name)
            ),
        ];

        numbered.Length.ShouldBeGreaterThanOrEqualTo(5);
        numbered
            .Where(static field => !field.Field.Value.TryGetProperty("values", out _))
            .Select(static field => $"{field.Shape}.{field.Field.Name}")
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ListTools))]
    public void A_list_says_what_its_switches_would_show(string name)
    {
        JsonElement tool = SpecFiles.Tools.Single(one => one.GetProperty("name").GetString() == name);
        string[] said =
        [
            .. SpecFiles
                .Items(tool.GetProperty("response"), "leavesOut")
                .Select(static row => SpecFiles.Text(row, "argument"))
                .OfType<string>(),
        ];

        SpecFiles
            .ArgumentsOf(tool)
            .Where(static argument => SpecFiles.Text(argument.Value, "type") == "boolean")
            .Select(static argument => argument.Name)
            .Except(Narrowing)
            .Except(said)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Bounds_of_days_mean_the_same_everywhere()
    {
        foreach ((string tool, string name, JsonElement date) in Dates())
        {
            string edge = SpecFiles.Text(date, "edge") ?? "start";
            string? wanted =
                name.EndsWith("_after", StringComparison.Ordinal) || name.EndsWith("_before", StringComparison.Ordinal)
                    ? "start"
                : name.EndsWith("_to", StringComparison.Ordinal) || name is "end" or "end_date" ? "end"
                : null;
            (wanted is null || wanted == edge).ShouldBeTrue($"{tool}: {name} begins at the {edge} of a day");
        }

        ToolCatalog.Instructions.ShouldContain("of a day, _after includes it and _before does not");
    }

    [Fact]
    public void No_other_name_of_a_bound_means_another_bound()
    {
        foreach ((string tool, string name, JsonElement date) in Dates())
        {
            foreach (string alias in SpecFiles.Items(date, "aliases").Select(static a => a.GetString()!))
            {
                bool isInclusive = alias.EndsWith("_to", StringComparison.Ordinal);
                bool excludes = name.EndsWith("_before", StringComparison.Ordinal);
                (isInclusive && excludes).ShouldBeFalse($"{tool}: {alias} is {name}");
            }
        }
    }

    [Fact]
    public void The_instructions_say_of_workspace_fields_and_cursor_what_is_so()
    {
        ToolCatalog.Instructions.ShouldContain("Every tool also takes workspace; those that show things take fields");
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            string name = ToolCatalog.Name(index);
            string[] arguments = ArgumentsOf(index);
            bool showsThings = EmittedCatalog.Instance.Create(index).Output is not null;

            arguments.ShouldContain("workspace", name);
            arguments.Contains("fields").ShouldBe(showsThings, name);
            arguments.Contains("detail_level").ShouldBe(showsThings, name);
            if (showsThings && arguments.Contains("limit"))
            {
                arguments.ShouldContain("cursor", name);
            }
        }
    }

    [Fact]
    public void What_descriptions_name_exists()
    {
        HashSet<string> tools = [.. Enumerable.Range(0, ToolCatalog.Count).Select(ToolCatalog.Name)];
        HashSet<string> known =
        [
            .. tools,
            .. Enumerable.Range(0, ToolCatalog.Count).SelectMany(ArgumentsOf),
            .. SpecFiles.ShapeFields.Select(static field => field.Field.Name),
        ];
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            string description = ToolCatalog.Describe(index).Description;
            foreach (string word in description.Split(NoName, StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.IndexOf('_', StringComparison.Ordinal) > 0)
                {
                    known.ShouldContain(word, $"{ToolCatalog.Name(index)}: {description}");
                }
            }
        }
    }

    private static IEnumerable<(string Tool, string Name, JsonElement Date)> Dates() =>
        SpecFiles
            .Tools.Where(SpecFiles.IsList)
            .SelectMany(static tool =>
                SpecFiles
                    .ArgumentsOf(tool)
                    .Where(static argument => SpecFiles.Text(argument.Value, "type") == "date")
                    .Select(argument => (tool.GetProperty("name").GetString()!, argument.Name, argument.Value))
            );

    private static string[] ArgumentsOf(int index) =>
        [
            .. JsonElement
                .Parse(ToolCatalog.Describe(index).InputSchema.Span)
                .GetProperty("properties")
                .EnumerateObject()
                .Select(static argument => argument.Name),
        ];
}

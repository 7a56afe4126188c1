using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>Every date argument of the spec looks the right way, and dates that belong together have a rule.</summary>
public class DateDirectionTests
{
    // What has happened: everything logged, created, updated or done. All else is planned.
    private static readonly string[] Past = ["created_", "updated_", "done_", "message_"];
    private static readonly string[] PastTools =
    [
        "audit_log",
        "tracked_time",
        "time_entr",
        "track_time",
        "_report",
        "workspace_summary",
        "undo_since",
    ];

    private static readonly (string First, string Second)[] Pairs =
    [
        ("start", "end"),
        ("start", "due"),
        ("start_date", "end_date"),
        ("start_date", "due_date"),
        ("due_after", "due_before"),
        ("created_after", "created_before"),
        ("updated_after", "updated_before"),
        ("done_after", "done_before"),
    ];

    public static TheoryData<string, string, string> Dates()
    {
        TheoryData<string, string, string> dates = [];
        foreach (JsonElement tool in Tools())
        {
            foreach (JsonProperty argument in Arguments(tool).Where(IsDate))
            {
                dates.Add(tool.GetProperty("name").GetString()!, argument.Name, Direction(argument.Value));
            }
        }

        return dates;
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_of_the_past_looks_back_and_every_other_ahead(string tool, string argument, string direction)
    {
        bool isPast =
            Past.Any(name => argument.StartsWith(name, StringComparison.Ordinal))
            || PastTools.Any(name => tool.Contains(name, StringComparison.Ordinal));
        direction.ShouldBe(isPast ? "past" : "future", $"{tool}.{argument}");
    }

    [Fact]
    public void Dates_that_belong_together_are_held_to_their_order()
    {
        List<string> missing = [];
        foreach (JsonElement tool in Tools().Where(static t => !t.TryGetProperty("internal", out _)))
        {
            string[] names = [.. Arguments(tool).Where(IsDate).Select(static a => a.Name)];
            string[] rules = tool.TryGetProperty("rules", out JsonElement declared)
                ? [.. declared.EnumerateArray().SelectMany(static r => r.EnumerateObject()).Select(Line)]
                : [];
            missing.AddRange(
                Pairs
                    .Where(pair => names.Contains(pair.First) && names.Contains(pair.Second))
                    .Where(pair => !rules.Contains($"ordered {pair.First} {pair.Second}"))
                    .Where(pair => !rules.Contains($"increasing {pair.First} {pair.Second}"))
                    .Select(pair => $"{tool.GetProperty("name")}: {pair.First}, {pair.Second}")
            );
        }

        missing.ShouldBeEmpty();
    }

    private static string Line(JsonProperty rule) =>
        $"{rule.Name} {string.Join(' ', rule.Value.EnumerateArray().Select(static a => a.GetString()))}";

    private static bool IsDate(JsonProperty argument) =>
        argument.Value.TryGetProperty("type", out JsonElement type) && type.ValueEquals("date");

    private static string Direction(JsonElement argument) =>
        argument.TryGetProperty("direction", out JsonElement direction) ? direction.GetString()! : "future";

    private static IEnumerable<JsonProperty> Arguments(JsonElement tool)
    {
        IEnumerable<JsonProperty> own = tool.TryGetProperty("arguments", out JsonElement arguments)
            ? arguments.EnumerateObject()
            : [];
        JsonElement sets = Parse("spec/clickup-tools.json").GetProperty("argumentSets");
        return tool.TryGetProperty("argumentSets", out JsonElement names)
            ? names
                .EnumerateArray()
                .SelectMany(name => sets.GetProperty(name.GetString()!).EnumerateObject())
                .Concat(own)
            : own;
    }

    private static IEnumerable<JsonElement> Tools() =>
        Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(static file => JsonElement.Parse(File.ReadAllText(file)).GetProperty("tools").EnumerateArray());

    private static JsonElement Parse(string path) => JsonElement.Parse(Repository.Read(path));
}

using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads where operations that write do so.</summary>
internal sealed class PlacesParser(SpecObject root, DiagnosticBag bag)
{
    private const string Or = " | ";

    private static readonly string[] Nouns =
    [
        "workspace",
        "space",
        "folder",
        "list",
        "task",
        "view",
        "goal",
        "time_entry",
        "timer",
        "checklist",
        "comment",
    ];

    private static readonly string[] Sources = ["path", "query", "body"];

    private readonly OperationIds _operations = new(root, bag);

    public EquatableArray<PlacesModel> Parse()
    {
        List<PlacesModel> places = [];
        foreach (JsonMember member in root.Members("places"))
        {
            JsonValue[] things = member.Value.Kind == JsonKind.Array ? [.. member.Value.Items] : [member.Value];
            if (things.Length == 0)
            {
                Report(member.Key, "it names at least one thing");
            }

            foreach (JsonValue thing in things)
            {
                Check(thing);
            }

            // One that is wrong is told once, and is not missing besides.
            if (_operations.Has(member.Key))
            {
                places.Add(new PlacesModel(member.Name, string.Join("\n", things.Select(static thing => thing.Text))));
            }
        }

        return places.ToEquatableArray();
    }

    // Such as "task {0}", or "task {body.tid} | workspace {0}".
    private void Check(JsonValue thing)
    {
        if (!SpecObject.Expect(thing, JsonKind.String, "What says where something is written", bag))
        {
            return;
        }

        string? problem = thing
            .Text.Split([Or], StringSplitOptions.None)
            .Select(ProblemOf)
            .FirstOrDefault(static p => p is not null);
        if (problem is not null)
        {
            Report(thing, problem);
        }
    }

    private static string? ProblemOf(string choice)
    {
        string[] parts = choice.Split(' ');
        return parts.Length > 2 || !Nouns.Contains(parts[0])
                ? "it is a thing and its id, as 'task {0}'; the things are " + string.Join(", ", Nouns)
            : parts.Length == 1 && parts[0] != "workspace" ? "only 'workspace' stands alone, for all that the key sees"
            : parts.Length == 2 && !IsHole(parts[1])
                ? "an id is named by its place in the path, as {0}, or begins with one of " + string.Join(", ", Sources)
            : null;
    }

    private static bool IsHole(string text)
    {
        if (text.Length < 3 || text[0] != '{' || text[text.Length - 1] != '}')
        {
            return false;
        }

        string first = text.Substring(1, text.Length - 2).Split('.', '[')[0];
        return int.TryParse(first, out _) || Sources.Contains(first);
    }

    private void Report(JsonValue where, string problem) =>
        bag.Report(Descriptors.BadPlaces, where, where.Text, problem);
}

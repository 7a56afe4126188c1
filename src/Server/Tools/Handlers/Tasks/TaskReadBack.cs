using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Compares a task with what several requests together asked for.</summary>
internal sealed class TaskReadBack(JsonElement task, DateZones zones)
{
    private readonly List<string> _ignored = [];

    /// <summary>What to tell the caller; empty when everything is as it was asked for.</summary>
    public IReadOnlyList<string> Notes => _ignored.Count == 0 ? [] : [WriteCheck.Sentence(_ignored)];

    /// <summary>Expects that a list holds all of these.</summary>
    public void ExpectAll(string what, string path, IEnumerable<string>? wanted)
    {
        if (wanted is not null && Shows(path))
        {
            HashSet<string> held = Held(path);
            _ignored.AddRange(wanted.Where(item => !held.Contains(item)).Select(item => $"{what} {item}"));
        }
    }

    /// <summary>Expects that a list holds none of these.</summary>
    public void ExpectNone(string what, string path, IEnumerable<string>? unwanted)
    {
        if (unwanted is not null && Shows(path))
        {
            HashSet<string> held = Held(path);
            _ignored.AddRange(unwanted.Where(held.Contains).Select(item => $"{what} {item}"));
        }
    }

    /// <summary>Expects that the custom fields hold their values: ClickUp drops those of fields that another task type has.</summary>
    public void ExpectFields(IEnumerable<FieldAssignment> assigned) =>
        _ignored.AddRange(
            assigned
                .Where(set => !set.IsShownIn(task, zones))
                .Select(static set => $"custom field {set.Field.Name} (it may belong to other task types only)")
        );

    private bool Shows(string path) => task.Member(path.Split('.', '[')[0]).ValueKind != JsonValueKind.Undefined;

    private HashSet<string> Held(string path) =>
        JsonPath
            .Select(task, path)
            .Select(JsonLenient.Text)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}

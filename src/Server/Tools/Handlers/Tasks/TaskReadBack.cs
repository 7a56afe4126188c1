using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
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

    /// <summary>Expects that a list holds nothing but these.</summary>
    /// <param name="what">What is said of what it holds beside them.</param>
    /// <param name="list">The list's member of the task.</param>
    /// <param name="key">The member of an item that tells which it is.</param>
    /// <param name="name">The member that people know it by.</param>
    /// <param name="wanted">Null where nothing was said of the list.</param>
    public void ExpectOnly(string what, string list, string key, string name, IEnumerable<string>? wanted)
    {
        if (wanted is not null)
        {
            HashSet<string> all = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
            _ignored.AddRange(
                task.Items(list)
                    .Where(item => item.Text(key) is { } id && !all.Contains(id))
                    .Select(item =>
                        $"{what} as the whole list ({OutputSanitizer.CleanLine(item.Text(name) ?? item.Text(key)!)} is there as well)"
                    )
            );
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

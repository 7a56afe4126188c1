using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Compares a task as ClickUp answered it with what was asked for: a 200 does not mean that all of it was applied.</summary>
internal sealed class TaskReadBack(JsonElement task)
{
    private readonly List<string> _ignored = [];

    /// <summary>What to tell the caller; empty when everything is as it was asked for.</summary>
    public IReadOnlyList<string> Notes =>
        _ignored.Count == 0 ? [] : [$"ClickUp accepted the request but did not apply: {string.Join(", ", _ignored)}."];

    /// <summary>Expects a value; nothing when none was asked for, or when the result does not show it.</summary>
    public void Expect(string what, string path, string? wanted)
    {
        if (wanted is not null && Shows(path))
        {
            string actual = JsonPath.TryFind(task, path, out JsonElement found) ? found.Text() ?? "" : "";
            if (!string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase))
            {
                _ignored.Add(what);
            }
        }
    }

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

    /// <summary>Expects that the custom fields have values: ClickUp drops those of fields that another task type has.</summary>
    public void ExpectFields(IEnumerable<FieldAssignment> assigned)
    {
        foreach (CustomFieldInfo field in assigned.Where(static a => a.LeavesValue).Select(static a => a.Field))
        {
            JsonElement shown = task.Items("custom_fields").FirstOrDefault(f => f.Text("id") == field.Id);
            if (shown.Member("value").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            {
                _ignored.Add($"custom field {field.Name} (it may belong to other task types only)");
            }
        }
    }

    private bool Shows(string path) => task.Member(path.Split('.', '[')[0]).ValueKind != JsonValueKind.Undefined;

    private HashSet<string> Held(string path) =>
        JsonPath
            .Select(task, path)
            .Select(JsonLenient.Text)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}

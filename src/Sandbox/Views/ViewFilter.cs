using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Views;

/// <summary>What a view shows of the tasks at its place; a field it does not know filters nothing, without a word.</summary>
internal sealed class ViewFilter
{
    private readonly Member _caller;
    private readonly bool _withClosed;
    private readonly bool _withSubtasks;
    private readonly bool _isAny;
    private readonly string _search;
    private readonly List<Func<TaskItem, bool>> _fields;

    public ViewFilter(View view, Member caller)
    {
        _caller = caller;
        var filters = new RequestBody(view.Parts[ViewParts.Filters]);
        // 3 folds subtasks into their parents; the other modes show them as rows.
        _withSubtasks = new RequestBody(view.Parts[ViewParts.Settings]).Number("show_subtasks") is not 3;
        _withClosed = filters.Flag("show_closed") == true;
        _isAny = filters.Text("op") == "OR";
        _search = filters.Text("search") ?? "";
        _fields = [.. filters.Items("fields").Select(Read).OfType<Func<TaskItem, bool>>()];
    }

    public bool Shows(TaskItem task) =>
        (_withClosed || !task.Status.IsClosed)
        && (_withSubtasks || task.Parent is null)
        && (Mentions(task.Name) || Mentions(task.PlainText))
        && (_fields.Count == 0 || (_isAny ? _fields.Exists(field => field(task)) : _fields.TrueForAll(f => f(task))));

    private bool Mentions(string text) => text.Contains(_search, StringComparison.OrdinalIgnoreCase);

    private Func<TaskItem, bool>? Read(JsonElement element)
    {
        var field = new RequestBody(element);
        var op = field.Text("op") ?? "EQ";
        List<string> values = [.. field.Items("values").Select(Text)];
        Func<TaskItem, IEnumerable<string>>? read = field.Text("field") switch
        {
            "status" => static task => [task.Status.Name],
            "priority" => static task => [(task.Priority ?? -1).ToString()],
            "tag" => static task => task.Tags.Select(static tag => tag.Name),
            "assignee" => static task => task.Assignees.Select(static person => person.Id.ToString()),
            _ => null,
        };
        return read is null ? null : task => Compare(op, [.. read(task)], values);
    }

    private static bool Compare(string op, List<string> has, List<string> wanted)
    {
        bool Has(string value) => has.Contains(value, StringComparer.OrdinalIgnoreCase);
        return op switch
        {
            "NOT" or "NOT ANY" => !wanted.Exists(Has),
            "ALL" => wanted.TrueForAll(Has),
            "NOT ALL" => !wanted.TrueForAll(Has),
            _ => wanted.Exists(Has),
        };
    }

    private string Text(JsonElement value) => value.ToString() is var text && text == "me" ? $"{_caller.Id}" : text;
}

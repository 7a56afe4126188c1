using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>The filters that Get Tasks and Get Filtered Team Tasks share.</summary>
internal sealed class TaskFilter
{
    private readonly World _world;
    private readonly bool _withSubtasks;
    private readonly bool _withClosed;
    private readonly bool _withArchived;
    private readonly IReadOnlyList<string> _statuses;
    private readonly IReadOnlyList<string> _tags;
    private readonly List<long> _assignees;
    private readonly List<long> _watchers;
    private readonly List<long> _types;
    private readonly List<FieldFilter> _fields;
    private readonly TaskDates _dates;

    public TaskFilter(World world, QueryString query, bool isOfParent)
    {
        _world = world;
        _withSubtasks = isOfParent || query.IsTrue("subtasks");
        _withClosed = query.IsTrue("include_closed");
        _withArchived = query.IsTrue("archived");
        _statuses = query.Array("statuses", NoArray);
        _tags = query.Array("tags", NoArray);
        _assignees = Ids(query.Array("assignees", AssigneesNoArray), () => Refuse.BadQuery("assignees"));
        _watchers = Ids(query.Array("watchers", NoArray), () => Refuse.BadQuery("watchers"));
        _types = Ids(query.Array("custom_items", TypesNoArray), TypesNoNumbers);
        _fields = [.. FieldFilter.Read(query.Text("custom_fields"))];
        if (query.Text("custom_field") is { } one)
        {
            _fields.Add(FieldFilter.ReadOne(one));
        }

        _dates = new TaskDates(query);
    }

    public static ApiException NoArray() => Refuse.BadRequest("Filter must be an array", "OAUTH_040");

    public bool Matches(TaskItem task) =>
        (_withSubtasks || task.Parent is null)
        && (_withClosed || !task.Status.IsClosed)
        && (_withArchived || !task.IsArchived)
        && HasAny(_statuses, [task.Status.Name])
        && HasAny(_tags, task.Tags.Select(static tag => tag.Name))
        && HasAny(_assignees, task.Assignees)
        && HasAny(_watchers, task.Watchers)
        && (_types.Count == 0 || _types.Contains(task.CustomItemId))
        && _dates.Match(task)
        && _fields.TrueForAll(field => field.Matches(_world, task));

    private static ApiException AssigneesNoArray() => Refuse.BadRequest("assignees must use []", "PUBAPITASK_017");

    private static ApiException TypesNoArray() => Refuse.BadRequest("custom_items must be an array", "PUBAPITASK_008");

    private static ApiException TypesNoNumbers() =>
        Refuse.BadRequest("custom_items must be an array of numbers", "PUBAPITASK_009");

    // Names in another case, like those of nothing, find nothing and are no error.
    private static bool HasAny(IReadOnlyList<string> wanted, IEnumerable<string> names) =>
        wanted.Count == 0 || names.Any(wanted.Contains);

    private static bool HasAny(List<long> wanted, List<Member> people) =>
        wanted.Count == 0 || people.Exists(person => wanted.Contains(person.Id));

    private static List<long> Ids(IReadOnlyList<string> texts, Func<ApiException> refusal) =>
        [.. texts.Select(text => long.TryParse(text, out var id) ? id : throw refusal())];
}

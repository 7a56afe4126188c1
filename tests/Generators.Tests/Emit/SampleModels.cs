using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Small hand-made models that together use everything the spec language can say.</summary>
internal static partial class SampleModels
{
    private static readonly EnumValueModel[] Priorities =
    [
        new("urgent", "1"),
        new("high", "2"),
        new("normal", "3"),
        new("low", "4"),
    ];

    public static ServerModel Server { get; } =
        new("clickup-mcp", "ClickUp", "Use names; \"ids\" work too.\nÄnderungen sind sofort sichtbar.", "reader")
        {
            ClientArguments = new(["added_by_client", "_*"]),
        };

    public static ArgumentModel Workspace { get; } =
        Argument("workspace", Entity("Workspace")) with
        {
            Role = ArgumentRole.Workspace,
            Aliases = new(["team_id"]),
            Description = "Workspace name or id, if you have several.",
        };

    /// <summary>One GET with path, query, custom task ids and output arguments.</summary>
    public static ToolModel GetTask { get; } =
        new()
        {
            Name = "get_task",
            Title = "Get task",
            Description = "Gets one task by name, id or custom id. Use search_tasks to find several.",
            Category = "task",
            Scope = "Read",
            ReadOnly = true,
            Idempotent = true,
            OpenWorld = true,
            Aliases = new(["task_get"]),
            Operations = new(["GetTask"]),
            Arguments = new([
                Argument("task", Entity("Task", "list"), required: true) with
                {
                    Aliases = new(["task_id", "taskName"]),
                    Description = "Task name, id, or custom id.",
                },
                Argument("list", Entity("List")) with
                {
                    Description = "List that holds the task.",
                },
                Argument("subtasks", Of(TypeKind.Boolean)) with
                {
                    Default = "false",
                },
                .. Output(0).Take(2),
                Workspace,
            ]),
            Requests = new([
                new RequestModel(
                    "GetTask",
                    "GET",
                    new([new("/api/v2/task/", null), new(null, Bound("task"))]),
                    new([
                        new("include_subtasks", Bound("subtasks")),
                        new("include_markdown_description", Constant("true")),
                    ]),
                    null,
                    "task"
                ),
            ]),
            Response = new ResponseModel("task", false, "", "Summary", 0, 0, null, null),
        };

    /// <summary>One POST with a body that has every kind of argument in it.</summary>
    public static ToolModel UpdateEverything { get; } =
        new()
        {
            Name = "update_everything",
            Title = "Update <everything>",
            Description = "Says \"quotes\", \\ backslashes & ünïcödé — and a\nline break.",
            Category = "task",
            Scope = "Write",
            Idempotent = true,
            OpenWorld = true,
            Operations = new(["UpdateEverything"]),
            Arguments = new([
                Argument("task", Entity("Task", "list"), required: true),
                Argument("list", Entity("List", "space")),
                Argument("space", Entity("Space")),
                Argument("name", Text(200, StringFormat.SingleLine, 1), required: true),
                Argument("description", Of(TypeKind.Text)) with
                {
                    Clearable = true,
                },
                Argument("default", Of(TypeKind.Integer)),
                Argument("class", Of(TypeKind.Number) with { Minimum = "0.5", Maximum = "1e3" }) with
                {
                    Default = "1.5",
                },
                Argument("public", Of(TypeKind.Boolean), required: true),
                Argument("reader", Text(), required: true) with
                {
                    Description = "A name that emitted code uses too.",
                },
                Argument("output_format", Text()) with
                {
                    Default = "\"a \\\"b\\\" \\u00e9\"",
                },
                Argument("count", Of(TypeKind.Integer) with { Minimum = "1", Maximum = "10" }, required: true),
                Argument("limit_to", Of(TypeKind.Integer)) with
                {
                    Default = "7",
                },
                Argument("priority", Enum(Priorities)) with
                {
                    Clearable = true,
                },
                Argument("sort", Enum(new("asc", "\"asc\""), new("desc", "\"desc\""))) with
                {
                    Default = "\"asc\"",
                },
                Argument("due", Date("End")) with
                {
                    Clearable = true,
                },
                Argument("start", Date(), required: true),
                Argument("estimate", Of(TypeKind.Duration)),
                Argument("assignee", Entity("Member")) with
                {
                    Clearable = true,
                },
                Argument("add", ArrayOf(Entity("Member")) with { MinItems = 1, MaxItems = 5, UniqueItems = true }),
                Argument("tags", ArrayOf(Text(100)), required: true),
                Argument("priorities", ArrayOf(Enum(Priorities))),
                Argument("sorts", ArrayOf(Enum(new EnumValueModel("asc", "\"asc\"")))),
                Argument("dates", ArrayOf(Date())),
                Argument("durations", ArrayOf(Of(TypeKind.Duration))),
                Argument("numbers", ArrayOf(Of(TypeKind.Number))),
                Argument("flags", ArrayOf(Of(TypeKind.Boolean))),
                Argument("grid", ArrayOf(ArrayOf(Of(TypeKind.Integer)))),
                Argument("anything", Of(TypeKind.Json)),
                Argument("options", Options),
                Argument("steps", ArrayOf(Step) with { MaxItems = 20 }, required: true),
                Clear("description", "priority", "due", "assignee"),
                Workspace,
            ]),
            Rules = new([
                new RuleModel(RuleKind.ExactlyOne, new(["list", "space"])),
                new RuleModel(RuleKind.AtLeastOne, new(["due", "estimate"])),
                new RuleModel(RuleKind.AtMostOne, new(["assignee", "add"])),
                new RuleModel(RuleKind.Requires, new(["sort", "sorts"])),
            ]),
            Requests = new([
                new RequestModel(
                    "UpdateEverything",
                    "POST",
                    new([
                        new("/api/v3/workspaces/", null),
                        new(null, Bound("workspace")),
                        new("/task/", null),
                        new(null, Bound("task")),
                        new("/", null),
                        new(null, Bound("sort")),
                        new("/", null),
                        new(null, Bound("count")),
                    ]),
                    new([
                        new("priority", Bound("priority")),
                        new("priorities[]", Bound("priorities")),
                        new("sorts[]", Bound("sorts")),
                        new("tags[]", Bound("tags")),
                        new("dates[]", Bound("dates")),
                        new("numbers[]", Bound("numbers")),
                        new("custom", Bound("task", "isCustomId")),
                        new("due", Bound("due")),
                        new("with_time", Bound("start", "hasTime")),
                        new("fixed", Constant("\"a\\u0020b\"")),
                    ]),
                    Body,
                    "task"
                )
                {
                    Invalidates = new(["Task", "CustomField"]),
                },
            ]),
            Response = new ResponseModel(
                "task",
                true,
                "tasks",
                "Names",
                50,
                100,
                new PaginationModel("Page", 100, "page", "", "last_page"),
                "Updated {task} until {due}: {tags}, {count}."
            ),
        };

    private static TypeModel Options =>
        Object(
            "EverythingOptions",
            Argument("a", Of(TypeKind.Boolean)) with
            {
                Wire = "wire_a",
            },
            Argument("priority", Enum(Priorities), required: true),
            Argument(
                "inner",
                Object(
                    "EverythingInner",
                    Argument("when", Date()),
                    Argument("inner", Text()),
                    Argument("everything_inner", Text())
                )
            )
        );

    private static TypeModel Step =>
        Object(
            "EverythingStep",
            Argument("name", Text(), required: true),
            Argument("status", Entity("Status", "list", "task")),
            Argument("task", Entity("Task", "space")),
            Argument("who", ArrayOf(Entity("Member"))),
            Argument("level", Of(TypeKind.Integer)) with
            {
                Default = "3",
            }
        );

    private static BodyNodeModel Body =>
        Node(
            BodyNodeKind.Object,
            null,
            [
                .. new[]
                {
                    "name",
                    "description",
                    "default",
                    "class",
                    "public",
                    "reader",
                    "output_format",
                    "count",
                    "limit_to",
                    "priority",
                    "sort",
                    "due",
                    "start",
                    "estimate",
                    "assignee",
                    "tags",
                    "priorities",
                    "sorts",
                    "dates",
                    "durations",
                    "numbers",
                    "flags",
                    "grid",
                    "anything",
                    "options",
                    "steps",
                }.Select(static name => Value(name, Bound(name))),
                Value("due_has_time", Bound("due", "hasTime")),
                Node(BodyNodeKind.Object, "assignees", Value("add", Bound("add")), Node(BodyNodeKind.Array, "rem")),
                Node(BodyNodeKind.Array, "list", Value(null, Bound("due")), Value(null, Constant("{\"a\":[1,null]}"))),
                Value("notify_all", Constant("true")),
                Value("team", Bound("workspace")),
            ]
        );

    /// <summary>A tool with a handler and output arguments.</summary>
    public static ToolModel CreateMany =>
        new()
        {
            Name = "create_many",
            Title = "Create many tasks",
            Description = "Creates tasks.",
            Category = "task",
            Scope = "Write",
            OpenWorld = true,
            Handler = "CreateManyHandler",
            Operations = new(["CreateTask"]),
            Uses = new([GetTask, SendAnywhere, SetField]),
            ArgumentSets = new(["target"]),
            Arguments = new([
                Argument("list", Entity("List"), required: true),
                Argument("priority", Enum(Priorities)),
                Argument(
                    "tasks",
                    ArrayOf(
                        Object(
                            "NewTask",
                            Argument("name", Text(), required: true),
                            Argument("due", Date("End")),
                            Argument("status", Entity("Status", "list"))
                        )
                    ) with
                    {
                        MinItems = 1,
                        MaxItems = 100,
                    },
                    required: true
                ),
                .. Output(25),
                Workspace,
            ]),
            Response = new ResponseModel("task", true, "", "Summary", 25, 100, null, null),
        };

    /// <summary>What several handlers take.</summary>
    public static ArgumentSetModel Target =>
        new("target", new([Argument("list", Entity("List"), required: true), Argument("priority", Enum(Priorities))]));

    /// <summary>An internal operation whose body is one argument.</summary>
    public static ToolModel SetField =>
        new()
        {
            Name = "set_field",
            Internal = true,
            Operations = new(["SetField"]),
            Arguments = new([
                Argument("field", Text(format: StringFormat.Uuid), required: true),
                Argument("value", Of(TypeKind.Json)),
                Workspace,
            ]),
            Requests = new([
                new RequestModel(
                    "SetField",
                    "PUT",
                    new([new("/api/v2/field/", null), new(null, Bound("field"))]),
                    default,
                    Value(null, Bound("value")),
                    null
                ),
            ]),
        };

    /// <summary>A request with constant headers, joined lists and templates that repeat.</summary>
    public static ToolModel TagMany { get; } =
        new()
        {
            Name = "tag_many",
            Title = "Tag many tasks",
            Description = "Tags tasks.",
            Category = "task",
            Scope = "Write",
            Arguments = new([
                Argument("tags", ArrayOf(Text(100)), required: true),
                Argument("counts", ArrayOf(Of(TypeKind.Integer))),
                Argument("people", ArrayOf(Entity("Member"))),
                Argument("levels", ArrayOf(Enum(Priorities))),
                Argument("space", Entity("Space")),
                Argument("words", ArrayOf(Enum([new EnumValueModel("dates", "\"old_dates\"")]))),
                Argument("since", Of(TypeKind.Date)),
                Workspace,
            ]),
            Requests = new([
                new RequestModel(
                    "TagMany",
                    "POST",
                    new([new("/api/v2/tags", null)]),
                    new([
                        new("tags", Bound("tags", "joined")),
                        new("counts", Bound("counts", "joined")),
                        new("people", Bound("people", "joined")),
                    ]),
                    Node(
                        BodyNodeKind.Object,
                        null,
                        Value("all", Bound("tags", "joined")),
                        Value("always", Bound("people", "orEmpty")),
                        Value("space", Bound("space", "number")),
                        Value("space_text", Bound("space", "text")),
                        Each(
                            "tags",
                            "tags",
                            Node(BodyNodeKind.Object, null, Value("name", Item), Value("on", Constant("1")))
                        ),
                        Each("people", "people", Value(null, Item)),
                        Each("levels", "levels", Node(BodyNodeKind.Array, null, Value(null, Item))),
                        Node(
                            BodyNodeKind.Array,
                            "entries",
                            Each(
                                null,
                                "people",
                                Node(BodyNodeKind.Object, null, Value("id", Bound(BindingModel.Item, "id")))
                            ),
                            Each(null, "tags", Value(null, Item))
                        ),
                        Node(
                            BodyNodeKind.Object,
                            "options",
                            Value("since", Bound("since", "iso")),
                            new BodyNodeModel(BodyNodeKind.Flags, null, Bound("words"), default)
                        )
                    ),
                    null
                )
                {
                    Headers = new([new HeaderModel("X-Kind", "a \"b\" \\c"), new HeaderModel("X-Other", "2")]),
                },
            ]),
        };

    /// <summary>A tool without a single argument or response.</summary>
    public static ToolModel Ping { get; } =
        new()
        {
            Name = "ping",
            Title = "Ping ClickUp",
            Description = "Checks.",
            Category = "system",
            Scope = "Read",
            Destructive = true,
            Requests = new([new RequestModel("Ping", "DELETE", new([new("/api/v2/ping", null)]), default, null, null)]),
        };

    /// <summary>A broken entry.</summary>
    public static ToolModel Broken { get; } = new() { Name = "broken", IsStub = true };

    public static ShapeModel Task { get; } =
        new(
            "task",
            "tasks",
            new([
                new ShapeFieldModel("id", "id", "Id", "Names", 0),
                new ShapeFieldModel("status", "status.status", "String", "Summary", 0),
                new ShapeFieldModel("description", "markdown_description", "Text", "Full", 2000),
                new ShapeFieldModel("spent", "history[].time", "Minutes", "Summary", 0) { Label = "status" },
            ])
        );

    public static IReadOnlyList<ToolModel> Tools { get; } =
    [Ping, Broken, CreateMany, GetTask, KeepFile, ListSteps, SendAnywhere, SetField, TagMany, UpdateEverything];

    public static CatalogIndexModel Index { get; } = IndexOf(Tools);

    public static CatalogIndexModel IndexOf(IEnumerable<ToolModel> tools) =>
        new(
            Server,
            new([
                new CategoryModel("system", "System", "About the server."),
                new CategoryModel("task", "Tasks", "\"Tasks\""),
            ]),
            new([
                new PersonaModel("reader", "Reads only.", new(["ping"]), new(["ping", "get_task"])),
                new PersonaModel("nobody", "Nothing.", default, default),
            ]),
            new([
                .. tools.Select(static tool => new ToolIndexModel
                {
                    Name = tool.Name,
                    Category = tool.Category,
                    Scope = tool.Scope,
                    ReadOnly = tool.ReadOnly,
                    Destructive = tool.Destructive,
                    Idempotent = tool.Idempotent,
                    OpenWorld = tool.OpenWorld,
                    Aliases = tool.Aliases,
                    Internal = tool.Internal,
                    Handler = tool.Handler is { } handler ? "ClickUpMcp.Tools.Handlers." + handler : null,
                    IsStub = tool.IsStub,
                }),
            ])
        )
        {
            Search = new SearchModel(
                new(["the"]),
                new([new EquatableArray<string>(["task", "to do"])]),
                new([new SearchIntentModel("read", new(["show"]))]),
                new([new SearchLimitModel("Undo", "It is \"final\".", new(["undo"]))])
            ),
        };
}

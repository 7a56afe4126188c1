using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The sample becomes the models that the language promises.</summary>
public sealed class ModelTests
{
    private readonly CatalogModel _catalog = Catalog(SampleSpec.Files());

    [Fact]
    public void Tools_come_by_category_and_name() =>
        _catalog
            .Tools.Select(t => t.Name)
            .ShouldBe([
                "create_task",
                "delete_task",
                "find_goal",
                "find_goals",
                "find_tasks",
                "keep_file",
                "keep_form",
                "leave_comment",
                "list_steps",
                "post_raw",
                "run_tasks",
            ]);

    [Fact]
    public void Argument_sets_come_first_and_implicit_arguments_last()
    {
        Names("create_task").TakeLast(4).ShouldBe(["clear", "detail_level", "fields", "workspace"]);
        Names("find_tasks")
            .ShouldBe(["start", "end", "query", "detail_level", "fields", "limit", "cursor", "workspace"]);
        Names("delete_task").ShouldBe(["task", "workspace"]);
        Names("post_raw").ShouldBe(["value", "workspace"]);
        Names("run_tasks").ShouldBe(["count", "workspace"]);
    }

    [Fact]
    public void Clear_offers_the_clearable_arguments()
    {
        ArgumentModel clear = Argument("create_task", "clear");

        clear.Role.ShouldBe(ArgumentRole.Clear);
        clear.Type.UniqueItems.ShouldBeTrue();
        clear.Type.Items!.Values.ShouldBe([new EnumValueModel("due", "\"due\"")]);
    }

    [Fact]
    public void Limits_and_levels_become_defaults()
    {
        ArgumentModel limit = Argument("find_tasks", "limit");

        (limit.Default, limit.Type.Minimum, limit.Type.Maximum).ShouldBe(("20", "1", "50"));
        Argument("find_tasks", "detail_level").Default.ShouldBe("\"names\"");
    }

    [Fact]
    public void Types_keep_their_constraints()
    {
        Argument("create_task", "list")
            .Type.ShouldBe(
                new TypeModel
                {
                    Kind = TypeKind.Entity,
                    Entity = "List",
                    Within = new(["space"]),
                }
            );
        Argument("create_task", "due")
            .Type.ShouldBe(
                new TypeModel
                {
                    Kind = TypeKind.Date,
                    Edge = "End",
                    Direction = "Past",
                }
            );
        Argument("create_task", "ratio")
            .Type.ShouldBe(
                new TypeModel
                {
                    Kind = TypeKind.Number,
                    Minimum = "-0.5",
                    Maximum = "1e2",
                }
            );
        Argument("create_task", "name")
            .Type.ShouldBe(
                new TypeModel
                {
                    Kind = TypeKind.String,
                    MinLength = 1,
                    MaxLength = 200,
                    Format = StringFormat.SingleLine,
                }
            );
        Argument("create_task", "priority").Type.Values.ShouldBe([new("urgent", "1"), new("high", "2")]);
        TypeModel options = Argument("create_task", "options").Type;
        options.Record.ShouldBe("TaskOptions");
        options.Fields.Select(f => f.Wire).ShouldBe(["colour", "people"]);
        options.Fields[1].Type.Items!.IdIsNumber.ShouldBeTrue();
    }

    [Fact]
    public void Paths_get_the_prefix_of_their_api()
    {
        PathText("create_task").ShouldBe("/api/v2/list/{list}/task");
        PathText("find_tasks").ShouldBe("/api/v3/workspaces/{workspace}/tasks");
    }

    [Fact]
    public void Bindings_are_constants_arguments_or_properties()
    {
        RequestModel request = Tool("create_task").Requests.Single();

        request.Query.ShouldBe([
            new("tags[]", new(null, "tags", null)),
            new("team_id", new(null, "workspace", null)),
            new("archived", new("false", null, null)),
        ]);
        request.Headers.ShouldBe([new HeaderModel("X-Kind", "task")]);
        EquatableArray<BodyNodeModel> body = request.Body!.Children;
        body.Single(n => n.Name == "due_date_time").Value.ShouldBe(new BindingModel(null, "due", "hasTime"));
        body.Single(n => n.Name == "dollar").Value.ShouldBe(new BindingModel("\"$5\"", null, null));
        BodyNodeModel nested = body.Single(n => n.Name == "nested");
        nested.Kind.ShouldBe(BodyNodeKind.Object);
        nested
            .Children[1]
            .Children.Select(n => n.Value)
            .ShouldBe([
                new(null, "points", null),
                new(null, "ratio", null),
                new("1.50", null, null),
                new("null", null, null),
            ]);
        Tool("post_raw")
            .Requests.Single()
            .Body.ShouldBe(new BodyNodeModel(BodyNodeKind.Value, null, new BindingModel(null, "value", null), default));
    }

    [Fact]
    public void Uses_become_operations()
    {
        Tool("run_tasks").Operations.ShouldBe(["PostRaw", "CreateTask"]);
        Tool("create_task").Operations.ShouldBe(["CreateTask"]);
        Tool("leave_comment").Operations.ShouldBe(["CreateListComment", "CreateReply", "CreateTaskComment"]);
    }

    [Fact]
    public void Requests_to_choose_from_keep_their_order_and_conditions() =>
        Tool("leave_comment")
            .Requests.Select(r => (r.When, r.Operation, r.CustomTaskIds))
            .ShouldBe([
                ("of_list", "CreateListComment", null),
                ("to", "CreateReply", null),
                (null, "CreateTaskComment", "of"),
            ]);

    [Fact]
    public void A_value_may_choose_a_request() =>
        Tool("keep_file")
            .Requests.Select(r => (r.When, r.WhenValue))
            .ShouldBe([("as", "\"note\""), ("clearly", "true"), (null, null)]);

    [Fact]
    public void A_body_may_be_an_array_and_have_parts_that_depend_on_an_argument()
    {
        EquatableArray<RequestModel> requests = Tool("keep_file").Requests;

        requests[1].Body!.Kind.ShouldBe(BodyNodeKind.Array);
        BodyNodeModel part = requests[0].Body!.Children.Single(n => n.Name == "when");
        (part.Kind, part.Value).ShouldBe((BodyNodeKind.When, new BindingModel(null, "clearly", null)));
        part.Children.Single().Children.Count.ShouldBe(2);
    }

    [Fact]
    public void An_argument_may_be_emptied_by_a_value_or_by_other_members()
    {
        Argument("create_task", "due").Cleared.ShouldBeEmpty();
        Argument("keep_file", "owner").Cleared.ShouldBe([new(null, "\"nobody\"")]);
        Argument("keep_file", "shade").Cleared.ShouldBe([new("no_shade", "true"), new("shade_set", "0")]);
    }

    [Fact]
    public void A_form_has_texts_and_files() =>
        Tool("keep_form")
            .Requests.Single()
            .Form.ShouldBe([
                new("upload", new(null, "content", null), new(null, "named", null)),
                new("kind", new("\"plain\"", null, null), null),
                new("title", new(null, "named", null), null),
            ]);

    [Fact]
    public void Errors_belong_to_their_request() =>
        Tool("leave_comment")
            .Requests.Select(r => r.Errors)
            .ShouldBe([
                default,
                new([new("ECODE_1", "No.", "So.", "Stop."), new("404", "No {thing}.", null, "Look.")]),
                default,
            ]);

    [Fact]
    public void A_use_of_an_entry_with_several_requests_brings_all_their_operations()
    {
        string tools = SampleSpec.Tools.Replace("[\"post_raw\", \"create_task\"]", "[\"post_raw\", \"leave_comment\"]");

        Catalog(SampleSpec.Files(tools: tools))
            .Tools.Single(t => t.Name == "run_tasks")
            .Operations.ShouldBe(["PostRaw", "CreateListComment", "CreateReply", "CreateTaskComment"]);
    }

    [Theory]
    [InlineData("{ \"exactlyOne\": [\"of_list\", \"of\"] }")]
    [InlineData("{ \"atLeastOne\": [\"to\", \"of\"] }")]
    public void A_rule_over_some_of_the_conditions_guarantees_the_last_path_too(string rule) =>
        GeneratorHarness
            .Run(
                SampleSpec.Files(
                    tools: SampleSpec.Tools.Replace("{ \"exactlyOne\": [\"of_list\", \"to\", \"of\"] }", rule)
                )
            )
            .Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_condition_that_requires_an_argument_guarantees_it_in_its_path()
    {
        string tools = SampleSpec
            .Tools.Replace("/comment/{to}/reply", "/task/{of}/comment/{to}")
            .Replace("/comment/7/reply", "/task/9/comment/7")
            .Replace(
                "\"rules\": [{ \"exactlyOne\"",
                "\"rules\": [{ \"requires\": [\"to\", \"of\"] }, { \"atLeastOne\""
            );

        GeneratorHarness.Run(SampleSpec.Files(tools: tools)).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Personas_hold_what_their_selectors_leave()
    {
        _catalog.Personas.Single(p => p.Name == "auditor").Tools.ShouldBe(["find_tasks", "list_steps"]);
        _catalog.Personas.Single(p => p.Name == "auditor").Reach.ShouldBe(["create_task", "find_tasks", "list_steps"]);
        string[] worker = ["create_task", "find_tasks", "keep_file", "keep_form", "leave_comment", "list_steps"];
        _catalog.Personas.Single(p => p.Name == "worker").Reach.ShouldBe(worker);
        _catalog.Personas.Single(p => p.Name == "worker").Tools.ShouldBe(worker);
    }

    [Fact]
    public void Shapes_copy_what_they_extend()
    {
        ShapeModel details = _catalog.Shapes.Single(s => s.Name == "task_details");

        details.Plural.ShouldBe("tasks");
        details.Fields.ShouldBe([
            new("id", "id", "Id", "Names", 0),
            new("status", "status", "String", "Full", 0),
            new("assignees", "assignees[].username", "Strings", "Summary", 0),
            new("description", "markdown_description", "Text", "Summary", 2000),
        ]);
        _catalog
            .Shapes.Single(s => s.Name == "step")
            .Fields.ShouldBe([
                new("section", "$key", "Id", "Summary", 0),
                new("by", "by", "Named", "Summary", 0) { Entity = "Member", Aliases = new(["author"]) },
                new("state", "state", "String", "Summary", 0) { Words = new(["1", "open", "9", ""]) },
                new("waits_for", "ties[]", "Strings", "Summary", 0) { Pair = new(["from", "to"]), IsMutual = true },
                new("spent", "lines{}.time", "Minutes", "Summary", 0) { Label = "text" },
            ]);
        _catalog.Shapes.Single(s => s.Name == "task").Fields[1].From.ShouldBe("status.status");
    }

    [Fact]
    public void Shapes_of_tools_files_extend_those_of_other_files_in_either_order()
    {
        IReadOnlyList<SpecText> files =
        [
            .. SampleSpec.Files(),
            new(
                "spec/tools/list.json",
                Shapes("\"list_comment\": { \"extends\": \"comment\", \"plural\": \"list comments\" }")
            ),
            new("spec/tools/zoo.json", Shapes("\"task_line\": { \"extends\": \"task_details\" }")),
        ];

        GeneratorHarness.Run(files).Diagnostics.ShouldBeEmpty();
        CatalogModel catalog = Catalog(files);
        catalog
            .Shapes.Select(s => (s.Name, s.Plural))
            .ShouldBe([
                ("comment", "comments"),
                ("list_comment", "list comments"),
                ("step", "steps"),
                ("task", "tasks"),
                ("task_details", "tasks"),
                ("task_line", "tasks"),
            ]);
        catalog.Shapes[5].Fields.ShouldBe(catalog.Shapes[4].Fields);
    }

    [Fact]
    public void Of_two_shapes_with_one_name_the_first_counts_and_the_later_is_reported()
    {
        IReadOnlyList<SpecText> files =
        [
            .. SampleSpec.Files(),
            new("spec/tools/list.json", Shapes("\"comment\": { \"extends\": \"task\" }")),
        ];

        GeneratorRun run = GeneratorHarness.Run(files);

        run.Diagnostics.Single().ShouldContain("The shape 'comment' is already declared in list.json");
        run.Places.ShouldBe([
            $"CUMCP211 {SampleSpec.ToolsPath}({SampleSpec.Tools.Split("\"comment\":")[0].Count('\n') + 1},5)",
        ]);
        Catalog(files).Shapes.Single(s => s.Name == "comment").Plural.ShouldBe("tasks");
    }

    [Fact]
    public void A_set_that_two_handlers_take_is_kept_for_both_and_one_of_a_single_handler_is_not()
    {
        string tools = SampleSpec.Tools.Replace(
            "\"handler\": \"RunTasksHandler\"",
            "\"argumentSets\": [\"window\"], \"handler\": \"RunTasksHandler\""
        );
        int start = tools.IndexOf("\"name\": \"run_tasks\"", StringComparison.Ordinal);
        string first = tools[tools.LastIndexOf('{', start)..tools.LastIndexOf(']')];
        string both = tools.Insert(tools.LastIndexOf(']'), "," + first.Replace("run_tasks", "walk_tasks"));

        Catalog(SampleSpec.Files(tools: tools)).ArgumentSets.ShouldBeEmpty();
        CatalogModel catalog = Catalog(SampleSpec.Files(tools: both));
        ArgumentSetModel set = catalog.ArgumentSets.Single();
        (set.Name, string.Join(' ', set.Arguments.Select(a => a.Name))).ShouldBe(("window", "start end"));
        catalog
            .Tools.Where(t => t.ArgumentSets.Contains("window"))
            .Select(t => t.Name)
            .ShouldBe(["run_tasks", "walk_tasks"]);
    }

    [Fact]
    public void A_list_may_have_several_places_and_rows_below_each_other()
    {
        ResponseModel response = Tool("list_steps").Response!;

        response.Path.ShouldBe("sections[].steps");
        response.MorePaths.ShouldBe(["loose{}"]);
        response.Children.ShouldBe("substeps");
        response.IsSeries.ShouldBeTrue();
        response.Filter.ShouldBe([new("$key", "sections"), new("text", "words")]);
    }

    [Fact]
    public void Titles_default_to_the_name() => Tool("delete_task").Title.ShouldBe("Delete task");

    [Fact]
    public void A_broken_tool_is_a_stub_and_the_others_are_whole()
    {
        string tools = SampleSpec.Tools.Replace("\"type\": \"duration\"", "\"type\": \"span\"");

        CatalogModel catalog = Catalog(SampleSpec.Files(tools: tools));

        ToolModel stub = catalog.Tools.Single(t => t.IsStub);
        (stub.Name, stub.Category, stub.Requests.Count, stub.Arguments.Count).ShouldBe(("create_task", "task", 0, 0));
        catalog
            .Tools.Where(t => t is { IsStub: false, Handler: null })
            .ShouldBe(_catalog.Tools.Where(t => t.Name != "create_task" && t.Handler is null));
        ToolModel handler = catalog.Tools.Single(t => t.Handler is not null);
        handler.Uses.Select(u => (u.Name, u.IsStub)).ShouldBe([("post_raw", false), ("create_task", true)]);
    }

    [Fact]
    public void A_broken_file_leaves_the_others_alone()
    {
        IReadOnlyList<SpecText> files = [.. SampleSpec.Files(), new("spec/tools/list.json", "{ \"tools\": [ }")];

        GeneratorHarness.Run(files).Places.ShouldBe(["CUMCP001 spec/tools/list.json(1,14)"]);
        Catalog(files).Tools.ShouldBe(_catalog.Tools);
    }

    [Fact]
    public void A_broken_file_with_shapes_is_one_diagnostic_and_their_users_are_stubs()
    {
        IReadOnlyList<SpecText> files =
        [
            .. SampleSpec.Files(tools: SampleSpec.Tools.Replace("\"shape\": \"comment\"", "\"shape\": \"reply\"")),
            new("spec/tools/list.json", "{ \"tools\": [], \"shapes\": 5 }"),
        ];

        GeneratorHarness.Run(files).Places.ShouldBe(["CUMCP005 spec/tools/list.json(1,26)"]);
        Catalog(files).Tools.Where(t => t.IsStub).Select(t => t.Name).ShouldBe(["leave_comment"]);
    }

    [Fact]
    public void A_broken_argument_set_makes_stubs_of_its_users_only()
    {
        string root = SampleSpec.Root.Replace("\"edge\": \"end\"", "\"edge\": \"noon\"");

        GeneratorHarness.Run(SampleSpec.Files(root: root)).Diagnostics.Count.ShouldBe(1);
        Catalog(SampleSpec.Files(root: root)).Tools.Where(t => t.IsStub).Select(t => t.Name).ShouldBe(["find_tasks"]);
    }

    [Theory]
    [InlineData("get_task", "GetTask")]
    [InlineData("a1_b2", "A1B2")]
    [InlineData("2fa", "_2fa")]
    [InlineData("customFields", "CustomFields")]
    [InlineData("https_url", "HttpsUrl")]
    [InlineData("", "_")]
    public void Names_become_pascal_case(string name, string expected) => CSharpNames.Pascal(name).ShouldBe(expected);

    [Theory]
    [InlineData("list_id", "listId")]
    [InlineData("class", "@class")]
    [InlineData("await", "@await")]
    public void Names_become_parameters(string name, string expected) => CSharpNames.Camel(name).ShouldBe(expected);

    [Fact]
    public void Written_json_keeps_numbers_and_escapes_only_what_it_must() =>
        JsonWriter.Quote("é\"\\\n").ShouldBe("\"é\\\"\\\\\\u000a\"");

    private static string Shapes(string shapes) => $"{{ \"shapes\": {{ {shapes} }}, \"tools\": [] }}";

    private ToolModel Tool(string name) => _catalog.Tools.Single(t => t.Name == name);

    private IEnumerable<string> Names(string tool) => Tool(tool).Arguments.Select(a => a.Name);

    private ArgumentModel Argument(string tool, string name) => Tool(tool).Arguments.Single(a => a.Name == name);

    private string PathText(string tool) =>
        string.Concat(Tool(tool).Requests.Single().Path.Select(p => p.Literal ?? $"{{{p.Binding!.Argument}}}"));

    private static CatalogModel Catalog(IReadOnlyList<SpecText> files) =>
        (CatalogModel)
            new GeneratorHarness(files, emitters: RecordingEmitter.Set).Run().Values(TrackingNames.Catalog).Single();
}

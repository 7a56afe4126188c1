using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tests.Binding;

public class ArgumentReaderTests
{
    private static readonly ShapeDefinition Shape = new(
        "task",
        "tasks",
        [
            new ShapeField("id", "id", FieldKind.Id, DetailLevel.Names),
            new ShapeField("status", "status.status", FieldKind.String, DetailLevel.Summary),
        ]
    );

    [Fact]
    public void Every_error_of_a_call_is_collected()
    {
        Bound bound = Bound.Object(
            """{"name":true,"priority":"hihg","taks":"1"}""",
            reader =>
            {
                reader.Required("task", "task_id").AsEntity(EntityKind.Task);
                reader.Optional("name").AsString();
                reader.Optional("priority").AsEnum("urgent", "high");
            }
        );

        bound.Lines.ShouldBe([
            "task: is required",
            "name: must be a string, got a boolean",
            "priority: must be one of urgent, high; did you mean \"high\"?",
            "taks: is not a known argument; did you mean \"task\"? (valid: task, name, priority)",
        ]);
    }

    [Theory]
    [InlineData("taskId", "task")]
    [InlineData("TASK", "task")]
    [InlineData("detial_level", "detail_level")]
    [InlineData("taskName", "task")]
    public void An_unknown_argument_is_matched_by_spelling_and_by_alias(string unknown, string expected)
    {
        Bound bound = Bound.Object(
            $$"""{"{{unknown}}":"1"}""",
            reader =>
            {
                reader.Optional("task", "task_id", "task_name");
                reader.Optional("detail_level");
            }
        );

        bound.Lines.Single().ShouldContain($"did you mean \"{expected}\"?");
    }

    [Fact]
    public void The_valid_names_are_listed_once_and_without_aliases()
    {
        Bound bound = Bound.Object("""{"qqqqqq":1,"zzzzzz":2}""", reader => reader.Optional("task", "task_id"));

        bound.Lines.ShouldBe(["qqqqqq: is not a known argument (valid: task)", "zzzzzz: is not a known argument"]);
    }

    [Theory]
    [InlineData("""{"task":"1","task":"2"}""", "task: is given twice")]
    [InlineData("""{"task":"1","task_id":"2"}""", "task: is given twice, as task and task_id")]
    [InlineData("""{"task_id":"1","taskId":"1"}""", "task: is given twice, as task_id and taskId")]
    [InlineData("""{"task_id":"1","task_id":"1"}""", "task: is given twice, as task_id")]
    public void An_argument_given_twice_is_refused_whatever_the_spelling(string json, string expected) =>
        Bound
            .Object(json, reader => reader.Required("task", "task_id", "taskId").AsEntity(EntityKind.Task))
            .Lines.ShouldBe([expected]);

    [Fact]
    public void An_alias_stands_for_its_argument()
    {
        EntityReference? task = null;
        Bound bound = Bound.Object(
            """{"task_id":"86b4bnnny"}""",
            reader => task = reader.Required("task", "task_id").AsEntity(EntityKind.Task)
        );

        bound.IsAccepted.ShouldBeTrue();
        task!.Text.ShouldBe("86b4bnnny");
    }

    [Fact]
    public void Nested_objects_and_items_report_their_place()
    {
        Bound bound = Bound.Object(
            """{"tasks":[{"name":"a"},{"nam":"b"},{"name":"c","name":"d"}]}""",
            reader =>
                reader
                    .Optional("tasks")
                    .AsArray(v =>
                        v.AsObject(nested =>
                        {
                            string? name = nested.Required("name").AsString();
                            return nested.Complete() ? name : null;
                        })
                    )
        );

        bound.Lines.ShouldBe([
            "tasks[1].name: is required",
            "tasks[1].nam: is not a known argument; did you mean \"name\"? (valid: name)",
            "tasks[2].name: is given twice",
        ]);
    }

    [Fact]
    public void A_flood_of_errors_is_counted_but_not_kept()
    {
        string items = string.Join(',', Enumerable.Repeat("true", 5000));
        Bound bound = Bound.Value($"[{items}]", v => v.AsArray(static i => i.AsString()));

        bound.Errors.Count.ShouldBe(5000);
        bound.Lines.Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("{}", 0, 1, 0)]
    [InlineData("""{"list":"a"}""", 0, 0, 0)]
    [InlineData("""{"list":"a","folder":"b"}""", 1, 0, 1)]
    public void Rules_count_given_arguments(string json, int exactlyOneExtra, int atLeastOne, int atMostOne)
    {
        Rule(json, static r => r.ExactlyOne("list", "folder")).ShouldBe(Math.Max(exactlyOneExtra, atLeastOne));
        Rule(json, static r => r.AtLeastOne("list", "folder")).ShouldBe(atLeastOne);
        Rule(json, static r => r.AtMostOne("list", "folder")).ShouldBe(atMostOne);
    }

    [Theory]
    [InlineData("""{"list":"a"}""", 1)]
    [InlineData("""{"folder":"a"}""", 0)]
    [InlineData("""{"list":"a","folder":"a"}""", 0)]
    [InlineData("{}", 0)]
    public void Requires_binds_one_argument_to_another(string json, int errors) =>
        Rule(json, static r => r.Requires("list", "folder")).ShouldBe(errors);

    [Fact]
    public void Giving_and_clearing_the_same_argument_is_a_conflict() =>
        Bound
            .Object(
                """{"due":"today","clear":["due","priority"]}""",
                reader =>
                {
                    reader.Optional("due").AsString();
                    reader.ClearConflicts(
                        reader.Optional("clear").AsArray(static v => v.AsEnum("due", "priority"), uniqueItems: true)
                    );
                }
            )
            .Lines.ShouldBe(["due: is both given and named in clear; do one of the two"]);

    [Fact]
    public void Output_arguments_are_read()
    {
        OutputOptions? options = null;
        Bound.Object(
            """{"detail_level":"names","fields":["status","id"],"limit":5.0,"cursor":"abc"}""",
            reader => options = reader.Output((OutputArguments)15, Shape, 100)
        );

        options!.DetailLevel.ShouldBe(DetailLevel.Names);
        options.Fields.ShouldBe(["status", "id"]);
        options.Limit.ShouldBe(5);
        options.Cursor.ShouldBe("abc");
    }

    [Fact]
    public void Wrong_output_arguments_are_explained()
    {
        Bound bound = Bound.Object(
            """{"detail_level":"Ful","fields":["statsu"],"limit":101}""",
            reader => reader.Output((OutputArguments)15, Shape, 100)
        );

        bound.Lines.ShouldBe([
            "detail_level: must be one of names, summary, full; did you mean \"full\"?",
            "fields[0]: is not a field; did you mean \"status\"? (valid: id, status)",
            "limit: must be an integer from 1 to 100",
        ]);
    }

    [Fact]
    public void Output_arguments_that_a_tool_does_not_take_are_unknown() =>
        Bound
            .Object("""{"limit":5}""", reader => reader.Output(OutputArguments.DetailLevel, Shape, 0))
            .Lines.Single()
            .ShouldStartWith("limit: is not a known argument");

    [Fact]
    public void PB_05_no_error_repeats_a_value_or_a_long_or_odd_name()
    {
        const string Secret = "pk_123_SECRETSECRETSECRET";
        Bound bound = Bound.Object(
            $$"""{"a":"{{Secret}}","b":"{{Secret}}","c":"{{Secret}}","d":"{{Secret}}","{{new string('k', 500)}}\u001b[2J":1}""",
            reader =>
            {
                reader.Optional("a").AsInteger();
                reader.Optional("b").AsEnum("x");
                reader.Optional("c").AsString(maxLength: 3);
                reader.Optional("d").AsDate(default);
            }
        );

        string text = string.Join('\n', bound.Lines);
        text.ShouldNotContain("SECRET");
        text.ShouldNotContain('\u001b');
        bound.Lines[^1].Length.ShouldBeLessThan(150);
    }

    private static int Rule(string json, Action<ArgumentReader> rule) =>
        Bound
            .Object(
                json,
                reader =>
                {
                    reader.Optional("list").AsString();
                    reader.Optional("folder").AsString();
                    rule(reader);
                }
            )
            .Errors.Count;
}

using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

/// <summary>What a kind of field does not expect is shown as it came: nothing that says something is dropped.</summary>
public sealed class OddValueTests
{
    // What a field does with a configuration that has no options is said in fields of its own.
    private static readonly FieldKind[] WithoutObjects = [FieldKind.FieldOptions];

    // The items of a list are counted, not shown.
    private static readonly FieldKind[] WithoutItems = [FieldKind.Count];

    public static TheoryData<string> Kinds => [.. Enum.GetNames<FieldKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_shows_texts_numbers_objects_and_lists_that_it_does_not_expect(string name)
    {
        FieldKind kind = Enum.Parse<FieldKind>(name);

        Show(kind, "\"odd text\"").ShouldContain("odd text");
        Show(kind, "true").ShouldNotBeEmpty();
        if (!WithoutObjects.Contains(kind))
        {
            Show(kind, """{"outer":{"inner":[17]}}""").ShouldContain("""{"outer":{"inner":[17]}}""");
        }

        if (!WithoutItems.Contains(kind))
        {
            Show(kind, """["first",{"second":2}]""").ShouldContain("first");
            Show(kind, """["first",{"second":2}]""").ShouldContain("""{"second":2}""");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_says_nothing_is_shown_as_nothing(string name)
    {
        FieldKind kind = Enum.Parse<FieldKind>(name);

        foreach (string json in (string[])["null", "{}", "\"\"", """{"id":null,"username":"","inner":[{}]}"""])
        {
            Show(kind, json).ShouldBeEmpty(json);
        }
    }

    [Theory]
    [InlineData("""{"id":1,"username":"Ada","email":"a@b.c"}""", "Ada")]
    [InlineData("""{"id":1,"username":null,"email":"a@b.c"}""", "a@b.c")]
    [InlineData("""{"id":1,"username":"","email":"a@b.c"}""", "a@b.c")]
    [InlineData("""{"id":1,"username":null,"email":null}""", "1")]
    [InlineData("""{"user":{"id":1,"username":null,"email":"a@b.c"}}""", "a@b.c")]
    [InlineData("183", "183")]
    public void A_person_is_a_name_else_an_address_else_an_id(string json, string expected) =>
        Show(FieldKind.Person, json).ShouldBe(expected);

    [Theory]
    [InlineData("17.50", "17.5")]
    [InlineData("\" 1e3 \"", "1000")]
    [InlineData("\"\\u0031\\u0037\"", "17")]
    [InlineData("\"17\\u200b\"", "17")]
    [InlineData("\"1 7\"", "1 7")]
    public void A_number_is_read_from_a_number_or_a_text_however_it_is_written(string json, string expected) =>
        Show(FieldKind.Number, json).ShouldBe(expected);

    [Theory]
    [InlineData("task_id", "depends_on", false, "B")]
    [InlineData("depends_on", "task_id", false, "C")]
    [InlineData("task_id", "depends_on", true, "B, C")]
    public void Of_pairs_the_other_end_is_shown_and_never_the_thing_itself(
        string near,
        string far,
        bool isMutual,
        string expected
    )
    {
        const string Task = """
            {"id":"A","ties":[{"task_id":"A","depends_on":"B"},{"task_id":"C","depends_on":"A"},
             {"task_id":"A","depends_on":"A"},{"task_id":"A","depends_on":"B"},{"task_id":"X","depends_on":"Y"}]}
            """;
        ShapeField field = new("ties", "ties[]", FieldKind.Strings, DetailLevel.Summary)
        {
            Pair = [near, far],
            IsMutual = isMutual,
        };

        FieldReader.Read(RawTasks.Parse(Task), field, TestZones.Utc)!.Line.ShouldBe(expected);
    }

    [Fact]
    public void Raw_values_have_words_and_unknown_ones_stay()
    {
        ShapeField field = new("role", "role", FieldKind.String, DetailLevel.Summary)
        {
            Words = ["1", "owner", "0", ""],
        };

        Read("""{"role":1}""").ShouldBe("owner");
        Read("""{"role":"1"}""").ShouldBe("owner");
        Read("""{"role":0}""").ShouldBeNull();
        Read("""{"role":9}""").ShouldBe("9");

        string? Read(string json) => FieldReader.Read(RawTasks.Parse(json), field, TestZones.Utc)?.Line;
    }

    [Fact]
    public void A_thing_is_shown_by_the_name_it_has_or_that_is_known_of_its_id()
    {
        ShapeField field = new("groups", "groups[]", FieldKind.Named, DetailLevel.Summary) { Entity = "UserGroup" };
        FieldContext context = new(TestZones.Utc)
        {
            Names = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["UserGroup"] = new Dictionary<string, string> { ["1"] = "Design", ["4"] = "Old name" },
            },
        };
        JsonElement task = RawTasks.Parse(
            """{"groups":["1",{"id":1},{"id":"2"},{"id":4,"name":"Own name"},{"odd":true}]}"""
        );

        FieldReader
            .Read(task, field, context)!
            .Items.ShouldBe(["Design", "Design", "2", "Own name", """{"odd":true}"""]);
    }

    [Fact]
    public void A_field_is_also_found_by_its_other_names()
    {
        ShapeField waits = new("depends_on", "x", FieldKind.String, DetailLevel.Full) { Aliases = ["depends"] };
        ShapeDefinition shape = new("task", "tasks", [waits]);

        FieldSelection
            .Choose(shape, DetailLevel.Summary, new OutputOptions { Fields = ["depends", "depends_on"] })
            .ShouldBe([waits]);
    }

    private static string Show(FieldKind kind, string json) =>
        string.Join(
            ' ',
            FieldReader
                .Read(
                    RawTasks.Parse($$"""{"x":{{json}}}"""),
                    new ShapeField("x", "x", kind, DetailLevel.Summary),
                    TestZones.Utc
                )
                ?.Items
                ?? []
        );
}

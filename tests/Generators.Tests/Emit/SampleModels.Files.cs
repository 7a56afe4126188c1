using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <content>Files, forms, requests chosen by a value, and bodies that depend on arguments.</content>
internal static partial class SampleModels
{
    /// <summary>A tool whose requests are chosen by values.</summary>
    public static ToolModel KeepFile =>
        new()
        {
            Name = "keep_file",
            Title = "Keep file",
            Description = "Keeps a file.",
            Category = "task",
            Scope = "Write",
            Arguments = new([
                Argument("content", Of(TypeKind.File) with { MaxBytes = 1000 }),
                Argument("needed", Of(TypeKind.File), required: true),
                Argument("named", Text()) with
                {
                    Default = "\"file\"",
                },
                Argument("as", Enum(Priorities)) with
                {
                    Default = "\"high\"",
                },
                Argument("loud", Of(TypeKind.Boolean)),
                Argument("until", Date("End")) with
                {
                    Default = "\"now\"",
                },
                Argument("owner", Entity("Member")) with
                {
                    Clearable = true,
                    Cleared = new([new ClearedModel(null, "\"none\"")]),
                },
                Argument("shade", Text()) with
                {
                    Clearable = true,
                    Cleared = new([new ClearedModel("no_shade", "true"), new ClearedModel("shade_set", "0")]),
                },
                Argument("people", ArrayOf(Entity("Member"))),
                Clear("owner", "shade"),
                Workspace,
            ]),
            Requests = new([
                new RequestModel("PostForm", "POST", new([new("/api/v2/form", null)]), default, null, null)
                {
                    When = "as",
                    WhenValue = "\"urgent\"",
                    Form = new([
                        new("upload", Bound("content"), Bound("named")),
                        new("second", Bound("needed"), Constant("\"a \\\"b\\\".txt\"")),
                        new("team", Bound("workspace"), null),
                        new("kind", Constant("\"plain\""), null),
                    ]),
                },
                new RequestModel(
                    "PostList",
                    "POST",
                    new([new("/api/v2/list", null)]),
                    default,
                    Node(
                        BodyNodeKind.Array,
                        null,
                        Each(null, "people", Value(null, Item)),
                        When(null, "shade", Node(BodyNodeKind.Object, null, Value("shade", Bound("shade")))),
                        Value(null, Bound("until"))
                    ),
                    null
                )
                {
                    When = "loud",
                    WhenValue = "true",
                },
                new RequestModel(
                    "PostNote",
                    "POST",
                    new([new("/api/v2/note", null)]),
                    default,
                    Node(
                        BodyNodeKind.Object,
                        null,
                        Value("owner", Bound("owner", "text")),
                        Value("shade", Bound("shade")),
                        Value("file", Bound("content")),
                        When("part", "needed", Value("part", Bound("needed"))),
                        When("set", "people", Node(BodyNodeKind.Object, "set", Value("sure", Constant("true"))))
                    ),
                    null
                ),
            ]),
            Response = new ResponseModel("task", true, "", "Summary", 10, 100, null, "Kept {content} as {named}.") with
            {
                Pagination = new PaginationModel("BodyCursor", 10, "page.after", "", "") { LastItem = "date" },
            },
        };

    private static BodyNodeModel When(string? name, string argument, BodyNodeModel template) =>
        new(BodyNodeKind.When, name, Bound(argument), new([template]));
}

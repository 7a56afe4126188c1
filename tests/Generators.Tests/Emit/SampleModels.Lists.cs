using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <content>What a response can say of a list.</content>
internal static partial class SampleModels
{
    /// <summary>A list from several places, with rows below each other.</summary>
    public static ToolModel ListSteps =>
        new()
        {
            Name = "list_steps",
            Title = "List steps",
            Description = "Lists steps.",
            Category = "task",
            Scope = "Read",
            ReadOnly = true,
            Operations = new(["GetSteps"]),
            Arguments = new([
                Argument("words", Of(TypeKind.Text)),
                Argument("section", Entity("List")),
                Argument("sections", ArrayOf(Entity("List"))),
                .. Output(0).Take(2),
                Workspace,
            ]),
            Requests = new([
                new RequestModel("GetSteps", "GET", new([new("/api/v2/step", null)]), default, null, null),
            ]),
            Response = new ResponseModel("task", true, "sections[].steps", "Summary", 0, 0, null, null)
            {
                MorePaths = new(["loose{}", "more"]),
                Children = "substeps",
                IsSeries = true,
                Filter = new([new("text", "words"), new("section.id", "section"), new("$key", "sections")]),
            },
        };
}

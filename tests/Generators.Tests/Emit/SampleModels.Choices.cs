using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <content>Requests to choose from.</content>
internal static partial class SampleModels
{
    /// <summary>A choice of requests: what is given decides which is sent.</summary>
    public static ToolModel SendAnywhere =>
        new()
        {
            Name = "send_anywhere",
            Title = "Send anywhere",
            Description = "Sends to one place.",
            Category = "task",
            Scope = "Write",
            Operations = new(["SendToList", "SendToLine", "SendToTask"]),
            Arguments = new([
                Argument("task", Entity("Task", "list")),
                Argument("list", Entity("List")),
                Argument("line", Of(TypeKind.Integer)),
                Argument("priority", Enum(Priorities)),
                Argument("loud", Of(TypeKind.Boolean)),
                Argument("text", Of(TypeKind.Comment) with { MinLength = 1, MaxLength = 500 }),
                Workspace,
            ]),
            Rules = new([
                new RuleModel(RuleKind.AtLeastOne, new(["list", "line", "task"])),
                new RuleModel(RuleKind.Requires, new(["line", "priority"])),
            ]),
            Requests = new([
                new RequestModel(
                    "SendToList",
                    "POST",
                    new([new("/api/v2/list/", null), new(null, Bound("list"))]),
                    default,
                    Node(BodyNodeKind.Object, null, Value("loud", Bound("loud")), Value("text", Bound("text"))),
                    null
                )
                {
                    When = "list",
                    Errors = new([new("E_1", "\"No\" {thing}.", "So.", "Stop."), new("404", "No.", null, "Look.")]),
                },
                new RequestModel(
                    "SendToLine",
                    "PUT",
                    new([
                        new("/api/v3/workspaces/", null),
                        new(null, Bound("workspace")),
                        new("/line/", null),
                        new(null, Bound("line")),
                        new("/", null),
                        new(null, Bound("priority")),
                    ]),
                    new([new("task", Bound("task"))]),
                    null,
                    null
                )
                {
                    When = "line",
                },
                new RequestModel(
                    "SendToTask",
                    "POST",
                    new([new("/api/v2/task/", null), new(null, Bound("task"))]),
                    new([new("loud", Bound("loud"))]),
                    null,
                    "task"
                ),
            ]),
            Response = new ResponseModel(null, false, "", "Summary", 0, 0, null, "Sent to {list}{task}, loud: {loud}."),
        };
}

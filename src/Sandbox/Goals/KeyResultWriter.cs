using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Goals;

/// <summary>Writes the members of a body into a key result.</summary>
internal static class KeyResultWriter
{
    private static readonly string[] Types = ["number", "currency", "boolean", "percentage", KeyResult.Automatic];

    public static string? Type(RequestBody body) =>
        body.Text("type") is not { } type ? null
        : Types.Contains(type) ? type
        : throw BadType();

    public static ApiException BadType() => Refuse.BadRequest("Key result type invalid");

    /// <summary>What a create and an edit have in common; tasks and lists that nobody has are passed over.</summary>
    public static void Apply(Call call, KeyResult result)
    {
        var (body, world) = (call.Body, call.World);
        result.Unit = body.Text("unit") ?? result.Unit;
        result.StepsStart = Steps(body, "steps_start") ?? result.StepsStart;
        result.StepsEnd = Steps(body, "steps_end") ?? result.StepsEnd;
        if (body.Find("owners") is not null)
        {
            result.Owners = [.. body.Numbers("owners").Select(id => call.FindMember(id)).OfType<Member>()];
        }

        if (body.Find("task_ids") is not null)
        {
            result.Tasks =
            [
                .. body.Texts("task_ids").Select(id => world.Tasks.GetValueOrDefault(id)).OfType<TaskItem>(),
            ];
        }

        if (body.Find("list_ids") is not null)
        {
            result.Lists =
            [
                .. body.Texts("list_ids").Select(id => world.Lists.GetValueOrDefault(id)).OfType<TaskList>(),
            ];
        }
    }

    /// <summary>A count; a key result of type boolean also takes true and false.</summary>
    public static long? Steps(RequestBody body, string name) =>
        body.Flag(name) is { } isDone ? (isDone ? 1 : 0) : body.Number(name);
}

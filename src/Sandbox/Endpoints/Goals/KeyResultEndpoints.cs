using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Goals;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Key results of goals.</summary>
internal static class KeyResultEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/goal/{goal_id}/key_result", Create),
        new("PUT", "/api/v2/key_result/{key_result_id}", Edit),
        new("DELETE", "/api/v2/key_result/{key_result_id}", Delete),
    ];

    private static ApiResponse Create(Call call)
    {
        var (goal, ids) = (call.Goal, call.World.Ids);
        var result = new KeyResult
        {
            Id = ids.Uuid(),
            Goal = goal,
            Creator = call.Caller,
            DateCreated = call.Now,
            Name = Names.Required(call.Body, "Key result name invalid", code: null),
            Type = KeyResultWriter.Type(call.Body) ?? throw KeyResultWriter.BadType(),
            LastAction = new(ids.Uuid(), call.Caller, call.Now, "Created Key Result", null, null),
        };
        KeyResultWriter.Apply(call, result);
        result.StepsCurrent = result.StepsStart;
        goal.KeyResults.Add(result);
        call.World.KeyResults.Add(result.Id, result);
        return Show(call, result);
    }

    private static ApiResponse Edit(Call call)
    {
        var (result, body) = (call.KeyResult, call.Body);
        result.Name = Names.OrCurrent(body, result.Name);
        result.Type = KeyResultWriter.Type(body) ?? result.Type;
        KeyResultWriter.Apply(call, result);
        var before = result.StepsCurrent;
        var after = KeyResultWriter.Steps(body, "steps_current");
        result.StepsCurrent = after ?? before;
        result.LastAction = new(
            call.World.Ids.Uuid(),
            call.Caller,
            call.Now,
            body.Text("note") ?? "",
            after is null ? null : before,
            after
        );
        result.Goal.DateUpdated = call.Now;
        return Show(call, result);
    }

    private static ApiResponse Delete(Call call)
    {
        var result = call.KeyResult;
        result.Goal.KeyResults.Remove(result);
        call.World.KeyResults.Remove(result.Id);
        return ApiResponse.Empty;
    }

    private static ApiResponse Show(Call call, KeyResult result) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("key_result");
            KeyResultJson.Write(writer, call.World, result);
        });
}

using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Seeding;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Spaces.</summary>
internal static class SpaceEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/space", GetAll),
        new("POST", "/api/v2/team/{team_id}/space", Create),
        new("GET", "/api/v2/space/{space_id}", static call => Show(call.Space)),
        new("PUT", "/api/v2/space/{space_id}", Update),
        new("DELETE", "/api/v2/space/{space_id}", Delete),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var workspace = call.Workspace;
        var isArchived = call.Query.IsTrue("archived");
        var spaces = call.World.Spaces.Values.Where(space =>
            space.Workspace == workspace && space.IsArchived == isArchived
        );
        return ApiResponse.Object(writer => writer.WriteList("spaces", spaces, SpaceJson.Write));
    }

    private static ApiResponse Create(Call call)
    {
        var id = call.World.Ids.Numeric(IdRanges.Space);
        var space = new Space
        {
            Id = id,
            Workspace = call.Workspace,
            Name = Names.Required(call.Body, "Space name invalid"),
            // A statuses array in the body is ignored: every new space starts with this workflow.
            Statuses = Workflows.Plain(id),
        };
        Apply(call.Body, space);
        call.World.Spaces.Add(space.Id, space);
        return Show(space);
    }

    private static ApiResponse Update(Call call)
    {
        var space = call.Space;
        space.Name = Names.OrCurrent(call.Body, space.Name);
        Apply(call.Body, space);
        return Show(space);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Space);
        return ApiResponse.Empty;
    }

    private static ApiResponse Show(Space space) => ApiResponse.Object(writer => SpaceJson.WriteMembers(writer, space));

    private static void Apply(RequestBody body, Space space)
    {
        space.Color = body.IsNull("color") ? null : body.Text("color") ?? space.Color;
        space.IsPrivate = body.Flag("private") ?? space.IsPrivate;
        space.AdminCanManage = body.Flag("admin_can_manage") ?? space.AdminCanManage;
        space.MultipleAssignees = body.Flag("multiple_assignees") ?? space.MultipleAssignees;
        space.IsArchived = body.Flag("archived") ?? space.IsArchived;
        if (body.Object("features") is { } features)
        {
            Apply(features, space.Features);
        }
    }

    private static void Apply(RequestBody body, SpaceFeatures features)
    {
        if (body.Object("due_dates") is { } dates)
        {
            features.DueDates = dates.Flag("enabled") ?? features.DueDates;
            features.StartDate = dates.Flag("start_date") ?? features.StartDate;
            features.RemapDueDates = dates.Flag("remap_due_dates") ?? features.RemapDueDates;
            features.RemapClosedDueDate = dates.Flag("remap_closed_due_date") ?? features.RemapClosedDueDate;
        }

        foreach (var name in SpaceFeatures.Names)
        {
            if (body.Object(name)?.Flag("enabled") is { } on)
            {
                features.Switch(name, on);
            }
        }
    }
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a view: reads its definition, puts the changes in, and writes it back as a whole.</summary>
internal sealed class UpdateViewHandler(ToolServices services) : IToolHandler<UpdateViewArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        UpdateViewArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.GetView(new() { View = arguments.View }, context),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        if (
            !JsonPath.TryFind(document.RootElement, "view", out JsonElement current)
            || current.ValueKind != JsonValueKind.Object
        )
        {
            throw new ActionableException(
                "This view cannot be changed through the API.",
                "ClickUp does not show its definition, and takes a changed one only as a whole.",
                "Change it in ClickUp, or create another view with create_view."
            );
        }

        ClickUpRequest request = ClickUpOperations.PutView(
            new() { View = arguments.View, Definition = ViewDefinition.Update(current, Changes(arguments)) },
            context
        );
        ResponseQuery query = new("update_view", UpdateViewTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private static ViewChanges Changes(UpdateViewArguments arguments) =>
        new()
        {
            Name = arguments.Name,
            Type = arguments.Type,
            GroupBy = arguments.GroupBy,
            GroupDescending = arguments.GroupDescending,
            Sort = arguments.Sort,
            Filters = arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? [])).ToArray(),
            Match = arguments.Match,
            Search = arguments.Search,
            ShowClosed = arguments.ShowClosed,
            Columns = arguments.Columns,
            ShowSubtasks = arguments.ShowSubtasks,
            Visibility = arguments.Visibility,
            Protected = arguments.Protected,
            ProtectedNote = arguments.ProtectedNote,
        };
}

using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds one file of a task or custom field by its id or name.</summary>
internal sealed class GetAttachmentHandler(ToolServices services) : IToolHandler<GetAttachmentArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetAttachmentArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        OutputOptions options = arguments.Output ?? new();
        ResponseQuery all = new("list_attachments", ListAttachmentsTool.Answer, new() { Limit = int.MaxValue }, null);
        AttachmentFiles files = new(services, arguments.Task, arguments.CustomFieldId);
        using ItemPage page = await files.ReadAsync(all, context, cancellationToken);
        return new ToolResult(
            services.Projector.One(
                Find(page.Items, arguments.Attachment.Trim()),
                GetAttachmentTool.Answer.Shape!,
                options.DetailLevel ?? GetAttachmentTool.Answer.DefaultLevel,
                options,
                await services.Names.GetTimeZoneIdAsync(cancellationToken)
            )
        );
    }

    /// <summary>By id, else by the whole name, else by a part of it; never a guess between two.</summary>
    private static JsonElement Find(List<JsonElement> files, string wanted)
    {
        List<JsonElement> matches = files.FindAll(file => LenientValue.Text(file, "id") == wanted);
        if (matches.Count == 0)
        {
            matches = files.FindAll(file => Title(file).Equals(wanted, StringComparison.OrdinalIgnoreCase));
        }

        if (matches.Count == 0)
        {
            matches = files.FindAll(file => Title(file).Contains(wanted, StringComparison.OrdinalIgnoreCase));
        }

        return matches.Count == 1
            ? matches[0]
            : throw new ActionableException(
                matches.Count == 0 ? "There is no such file." : $"{matches.Count} files match.",
                files.Count == 0 ? "There are no files at all." : null,
                "Give the id or the whole name of one.",
                [.. (matches.Count == 0 ? files : matches).Select(Describe)]
            );
    }

    private static string Title(JsonElement file) => LenientValue.Text(file, "title") ?? string.Empty;

    private static string Describe(JsonElement file) => $"{Title(file)} (id {LenientValue.Text(file, "id")})";
}

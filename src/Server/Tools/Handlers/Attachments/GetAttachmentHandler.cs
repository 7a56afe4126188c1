using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds one file of a task or custom field by its id or name.</summary>
internal sealed class GetAttachmentHandler : IToolHandler<ResolvedGetAttachment>
{
    private static readonly OutputOptions EveryFile = new() { Limit = int.MaxValue };

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetAttachment arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ResponseQuery all = new("list_attachments", ListAttachmentsTool.SharedResponse, EveryFile, null);
        ItemPage files = await AttachmentFiles.ReadAsync(
            arguments.Workspace,
            arguments.Task,
            arguments.CustomFieldId,
            all,
            context,
            cancellationToken
        );
        return HandlerResult.OfItem(Find(files.Items, arguments.Attachment.Trim()));
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

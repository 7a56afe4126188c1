using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds one file of a task or custom field by its id or name, and shows what is in it or saves it.</summary>
internal sealed class GetAttachmentHandler : IToolHandler<ResolvedGetAttachment>
{
    private static readonly OutputOptions EveryFile = new() { Limit = int.MaxValue };

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetAttachment arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        FileSources? sources = context.Services.Files;
        if (arguments.SaveTo is not null && sources is not { Downloads: not null })
        {
            throw DownloadErrors.OverHttp();
        }

        ResponseQuery all = new(context.Query!.Cursors, ListAttachmentsTool.SharedResponse, EveryFile, null);
        ItemPage files = await AttachmentFiles.ReadAsync(
            arguments.Workspace,
            arguments.Task,
            arguments.CustomFieldId,
            all,
            context,
            cancellationToken
        );
        JsonElement file = Find(files.Items, arguments.Attachment.Trim());
        if (sources is null || arguments.MaxBytes == 0)
        {
            return HandlerResult.OfItem(file);
        }

        AttachmentContent content = new(file, sources);
        return arguments.SaveTo is { } folder
            ? await content.SaveAsync(folder, context, cancellationToken)
            : await content.ShowAsync((int?)arguments.MaxBytes, cancellationToken);
    }

    /// <summary>By id, else by name; never a guess between two.</summary>
    private static JsonElement Find(List<JsonElement> files, string wanted)
    {
        NamedThing[] things = [.. files.Select(Thing)];
        IReadOnlyList<NamedThing> matches = NameMatcher
            .Find(new NameTable(things).WithId(wanted).Things, wanted)
            .Things;
        IEnumerable<NamedThing> options =
            matches.Count == 0 ? NameScore.Closest(things, wanted, NameErrors.MaxCandidates) : matches;
        return matches is [var found]
            ? files.Find(file => LenientValue.Text(file, "id") == found.Id)
            : throw new ActionableException(
                matches.Count == 0 ? "There is no such file." : $"{matches.Count} files match.",
                files.Count == 0 ? "There are no files at all." : null,
                "Give the id or the whole name of one.",
                [.. options.Take(NameErrors.MaxCandidates).Select(static thing => $"{thing.Name} (id {thing.Id})")]
            );
    }

    private static NamedThing Thing(JsonElement file) =>
        new(
            LenientValue.Text(file, "id") ?? string.Empty,
            LenientValue.Text(file, "title") ?? string.Empty,
            "file",
            []
        );
}

using System.Text.Json;
using ClickUpMcp.Files;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A file that ClickUp keeps, as the source of an upload: it is fetched without any credential while it is sent.</summary>
/// <param name="file">The file as a task or field shows it.</param>
/// <param name="context">The call.</param>
internal sealed class CopySource(JsonElement file, ToolCallContext context)
{
    /// <summary>Its name.</summary>
    public string Title => file.Text("title") ?? "without a name";

    /// <summary>How long it is; null where ClickUp does not show it.</summary>
    public string? Size => file.Text("size");

    /// <summary>Why it cannot be fetched; null where it can.</summary>
    public string? WhyNot =>
        file.Text("url") is not { } url ? "ClickUp shows no address of it"
        : context.Services.Files?.Upstream.Has(url) != true ? "it is kept elsewhere than at ClickUp's hosts of files"
        : null;

    /// <summary>Asks for the file; what is only shown is not fetched.</summary>
    public async ValueTask<UrlFile> OpenAsync(CancellationToken cancellationToken)
    {
        FileSources sources = context.Services.Files!;
        UrlFile opened = context.Own(sources.Upstream.At(file.Text("url")!, sources.MaxBytes, sources.FetchTime));
        if (!context.Services.IsDryRun)
        {
            await UpstreamFiles.AskAsync(opened, sources.MaxBytes, cancellationToken);
        }

        return opened;
    }
}

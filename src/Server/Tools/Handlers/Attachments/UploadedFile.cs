using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The file that a call wants to upload, whether it gives its bytes, its path or its address.</summary>
/// <param name="Source">Its bytes.</param>
/// <param name="Name">What it is called on the task.</param>
internal sealed record UploadedFile(FileSource Source, string Name)
{
    private const int Large = 4 * 1024 * 1024;

    private static readonly string[] PageTypes = ["text/html", "application/xhtml+xml"];
    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml", ".mhtml"];

    /// <summary>Opens the file; it stays open until the call ends.</summary>
    /// <exception cref="ActionableException">It is not to be read, cannot be, or has no name.</exception>
    public static async ValueTask<UploadedFile> OpenAsync(
        ResolvedUploadAttachment arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        UploadedFile file =
            arguments.FilePath is { } path ? FromPath(path, arguments.FileName, context)
            : arguments.FileUrl is { } url ? await FromUrlAsync(url, arguments.FileName, context, cancellationToken)
            : new UploadedFile(arguments.FileData!, arguments.FileName ?? throw Nameless());
        if (file.Source.Held is not null || file.Source.Length < Large)
        {
            return file;
        }

        context.ExtendDeadline();
        return file with { Source = new ReportedFile(file.Source, context.ReportProgress) };
    }

    private static UploadedFile FromPath(string path, string? name, ToolCallContext context)
    {
        LocalFiles files = context.Services.Files?.Local ?? throw LocalFileErrors.OverHttp();
        LocalFile file = context.Own(files.OpenRead(path));
        return new UploadedFile(file, name ?? file.Name);
    }

    /// <summary>Asks for the file at an address; it stays open until the call ends.</summary>
    /// <param name="url">The address.</param>
    /// <param name="name">What it is to be called; null for what its host or address calls it.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ActionableException">It is not to be fetched, cannot be, or has no name.</exception>
    public static async ValueTask<UploadedFile> FromUrlAsync(
        string url,
        string? name,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        UrlFiles files = context.Services.Files?.Urls ?? throw UrlFileErrors.Off();
        if (context.Services.IsDryRun)
        {
            // What is only shown is not fetched.
            UrlFile unread = files.At(url);
            return new UploadedFile(unread, name ?? unread.Name ?? throw Nameless());
        }

        UrlFile file = context.Own(await files.OpenAsync(url, cancellationToken));
        string called = name ?? file.Name ?? throw Nameless();
        return PageTypes.Contains(file.MediaType) && !PageEndings.Contains(Path.GetExtension(called).ToLowerInvariant())
            ? throw UrlFileErrors.Page()
            : new UploadedFile(file, called);
    }

    private static ActionableException Nameless() =>
        new(
            "The file has no name.",
            "Neither its address nor file_name says what it is called on the task.",
            "Give file_name, as report.pdf."
        );
}

namespace ClickUpMcp.Files;

/// <summary>Where tools get files from besides their arguments, and where they save them.</summary>
/// <param name="Local">The files of this machine; null where they are not for those who call.</param>
/// <param name="Urls">The files at addresses that callers give.</param>
/// <param name="Upstream">The files that the API keeps.</param>
internal sealed record FileSources(LocalFiles? Local, UrlFiles Urls, UpstreamFiles Upstream)
{
    /// <summary>The folder of this machine that files are saved in; null where it is not for those who call.</summary>
    public DownloadFolder? Downloads { get; init; }

    /// <summary>The most bytes that a file may have.</summary>
    public long MaxBytes { get; init; } = FileAccessOptions.DefaultMib * FileAccessOptions.Mebibyte;

    /// <summary>How long a file may take that is saved.</summary>
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromMinutes(5);
}

namespace ClickUpMcp.Files;

/// <summary>Which files outside of ClickUp tools may read and write.</summary>
internal sealed record FileAccessOptions
{
    /// <summary>The folders of this machine whose files may be used; none when there are none.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Names in those folders that are refused besides <see cref="SecretNames.Usual"/>, with <c>*</c> and <c>?</c>.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Names that are not refused although they are among <see cref="SecretNames.Usual"/>.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The folder of this machine that files are saved in; null when none are.</summary>
    public string? DownloadRoot { get; init; }

    /// <summary>Whether files may be fetched from addresses that callers give.</summary>
    public bool Urls { get; init; }

    /// <summary>The most bytes that a file may have.</summary>
    public long MaxBytes { get; init; } = DefaultMib * Mebibyte;

    /// <summary>The bytes of a MiB.</summary>
    public const long Mebibyte = 1024 * 1024;

    /// <summary>The most MiB unless configured.</summary>
    public const int DefaultMib = 256;

    /// <summary>How long fetching a file may take.</summary>
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromMinutes(5);
}

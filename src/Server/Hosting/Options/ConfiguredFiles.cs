using ClickUpMcp.Files;

namespace ClickUpMcp.Hosting;

/// <summary>What is configured of files outside of ClickUp.</summary>
internal sealed class ConfiguredFiles
{
    /// <summary>The folders of this machine whose files tools may use.</summary>
    public string[] Roots { get; set; } = [];

    /// <summary>Names in them that are refused besides the usual ones.</summary>
    public string[] Denied { get; set; } = [];

    /// <summary>Names in them that are not refused although they are among the usual ones.</summary>
    public string[] Allowed { get; set; } = [];

    /// <summary>The folder of this machine that files are saved in; null when none are.</summary>
    public string? DownloadRoot { get; set; }

    /// <summary>Whether files are fetched from addresses; null = over stdio they are, over HTTP not.</summary>
    public bool? Urls { get; set; }

    /// <summary>The most MiB that a file may have.</summary>
    public int MaxMib { get; set; } = FileAccessOptions.DefaultMib;

    /// <summary>The same for tools.</summary>
    /// <param name="isLocal">Whether who calls sits at this machine.</param>
    public FileAccessOptions For(bool isLocal) =>
        new()
        {
            Roots = isLocal ? Roots : [],
            DownloadRoot = isLocal ? DownloadRoot : null,
            Denied = Denied,
            Allowed = Allowed,
            Urls = Urls ?? isLocal,
            MaxBytes = MaxMib * FileAccessOptions.Mebibyte,
        };
}

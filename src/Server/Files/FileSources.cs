namespace ClickUpMcp.Files;

/// <summary>Where tools get files from besides their arguments.</summary>
/// <param name="Local">The files of this machine; null where they are not for those who call.</param>
/// <param name="Urls">The files at addresses.</param>
internal sealed record FileSources(LocalFiles? Local, UrlFiles Urls);

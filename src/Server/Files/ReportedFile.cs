using ClickUpMcp.Values;

namespace ClickUpMcp.Files;

/// <summary>A file of which somebody hears how far it is read.</summary>
/// <param name="inner">The file.</param>
/// <param name="report">Takes the MiB that are read, how many there are, or null when that is not known, and a sentence.</param>
internal sealed class ReportedFile(FileSource inner, Action<int, int?, string> report) : FileSource
{
    private const int Mebibyte = 1024 * 1024;

    public override long? Length => inner.Length;

    public override async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new CountedStream(await inner.OpenAsync(cancellationToken), Mebibyte, Report);

    private void Report(long bytes) =>
        report(
            (int)(bytes / Mebibyte),
            Length is { } all ? (int)((all + Mebibyte - 1) / Mebibyte) : null,
            $"{bytes / Mebibyte} MB sent"
        );
}

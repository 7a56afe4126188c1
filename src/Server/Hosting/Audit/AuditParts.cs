using System.Globalization;

namespace ClickUpMcp.Hosting;

/// <summary>The parts of a file of lines that is set aside from time to time: each has the time after its name.</summary>
/// <param name="path">The file that lines go to now.</param>
internal sealed class AuditParts(string path)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>What the file is called when it is set aside.</summary>
    public string SetAside(DateTimeOffset time) => $"{path}.{time.ToString(TimeFormat, CultureInfo.InvariantCulture)}";

    /// <summary>What was set aside, with the time, the oldest first.</summary>
    public IEnumerable<(FileInfo File, DateTimeOffset Time)> Earlier()
    {
        FileInfo whole = new(path);
        return whole.Directory is not { Exists: true } folder
            ? []
            : folder
                .EnumerateFiles($"{whole.Name}.*")
                .Select(file => (file, TimeOf(file.Name, whole.Name)))
                .Where(static part => part.Item2 != default)
                .OrderBy(static part => part.file.Name, StringComparer.Ordinal);
    }

    private static DateTimeOffset TimeOf(string name, string whole) =>
        DateTimeOffset.TryParseExact(
            name.AsSpan(Math.Min(name.Length, whole.Length + 1)),
            TimeFormat,
            null,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset end
        )
            ? end
            : default;
}

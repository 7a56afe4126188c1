using System.Globalization;
using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>Puts this server into a client's TOML file as a section of its own, or takes it out; every other byte stays.</summary>
/// <param name="section">The table that holds the servers.</param>
internal sealed class TomlServerList(string section)
{
    /// <summary>The file with the entry in place of a former one, else at its end.</summary>
    /// <exception cref="UnreadableFileException">The file is no TOML, or has the entry in another form.</exception>
    public byte[] With(byte[] file, ServerEntry entry)
    {
        string text = Encoding.UTF8.GetString(file);
        string line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        List<Range> former = Ranges(text);
        if (former is [var first, ..])
        {
            StringBuilder changed = new(text);
            foreach (Range other in former.Skip(1).Reverse())
            {
                changed.Remove(other.Start.Value, other.End.Value - other.Start.Value);
            }

            changed.Remove(first.Start.Value, first.End.Value - first.Start.Value);
            changed.Insert(first.Start.Value, Write(entry, line));
            return Encoding.UTF8.GetBytes(changed.ToString());
        }

        string between =
            text.Length == 0 ? string.Empty
            : text.EndsWith('\n') ? line
            : line + line;
        return Encoding.UTF8.GetBytes($"{text}{between}{Write(entry, line)}");
    }

    /// <summary>The file without the entry; null when there is none.</summary>
    /// <exception cref="UnreadableFileException">The file is no TOML, or has the entry in another form.</exception>
    public byte[]? Without(byte[] file)
    {
        string text = Encoding.UTF8.GetString(file);
        List<Range> found = Ranges(text);
        if (found.Count == 0)
        {
            return null;
        }

        foreach (Range range in Enumerable.Reverse(found))
        {
            // The empty line that was put before it goes with it.
            string before = text[..range.Start];
            int blank =
                before.EndsWith("\n\r\n", StringComparison.Ordinal) ? 2
                : before.EndsWith("\n\n", StringComparison.Ordinal) ? 1
                : 0;
            text = before[..^blank] + text[range.End..];
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Each part of the entry where it stands, as an edit that changes nothing.</summary>
    /// <exception cref="UnreadableFileException">The file is no TOML, or has the entry in another form.</exception>
    public IEnumerable<TextEdit> Find(byte[] file)
    {
        string text = Encoding.UTF8.GetString(file);
        return Ranges(text)
            .Select(range => new TextEdit(
                Encoding.UTF8.GetByteCount(text.AsSpan(..range.Start.Value)),
                Encoding.UTF8.GetByteCount(text.AsSpan(..range.End.Value)),
                text[range]
            ));
    }

    /// <summary>The entry as a file of its own shows it.</summary>
    public string Print(ServerEntry entry) => Write(entry, "\n").TrimEnd();

    /// <summary>From each header of the entry to the end of the last line that belongs to it.</summary>
    private List<Range> Ranges(string text)
    {
        List<Range> ranges = [];
        bool isInside = false;
        foreach (TomlStatement statement in TomlReader.Read(text))
        {
            bool isOurs = statement.IsWithin(section, ServerEntry.Name);
            if (statement.IsHeader)
            {
                isInside = isOurs;
            }
            else if (!isInside && (isOurs || (statement.Path is [var only] && only == section)))
            {
                byte[] before = Encoding.UTF8.GetBytes(text[..statement.Start]);
                throw new UnreadableFileException(
                    LineAndColumn.Of(before, before.Length),
                    $"servers are not written as sections [{section}.NAME] here; change it by hand, with what --print shows."
                );
            }

            if (!isInside)
            {
                continue;
            }

            if (statement.IsHeader)
            {
                ranges.Add(statement.Start..statement.End);
            }
            else
            {
                ranges[^1] = ranges[^1].Start..statement.End;
            }
        }

        return ranges;
    }

    private string Write(ServerEntry entry, string line)
    {
        StringBuilder text = new($"[{section}.{ServerEntry.Name}]{line}command = {Quoted(entry.Command)}{line}");
        if (entry.Arguments.Count > 0)
        {
            text.Append($"args = [{string.Join(", ", entry.Arguments.Select(Quoted))}]{line}");
        }

        if (entry.Key is { } key)
        {
            text.Append(
                entry.HoldsSecret
                    ? $"env = {{ {ServerEntry.KeyVariable} = {Quoted(key)} }}{line}"
                    : $"env_vars = [{Quoted(key)}]{line}"
            );
        }

        return text.ToString();
    }

    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char letter in text)
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    < ' ' or '\x7f' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                    _ => letter.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}

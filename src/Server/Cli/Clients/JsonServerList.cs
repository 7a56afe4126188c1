using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClickUpMcp.Cli.Clients;

/// <summary>Puts this server into the object of servers in a client's JSON file, or takes it out; every other byte stays.</summary>
/// <param name="section">The member that holds the servers.</param>
/// <param name="isTyped">Whether an entry names its transport.</param>
internal sealed class JsonServerList(string section, bool isTyped)
{
    private const string Indent = "  ";

    /// <summary>The file with the entry in place of a former one, else as the first.</summary>
    /// <exception cref="UnreadableFileException">The file is no such JSON.</exception>
    public byte[] With(byte[] file, ServerEntry entry)
    {
        if (file.All(JsonText.IsSpace))
        {
            file = [.. "{}\n"u8];
        }

        JsonText text = new(file);
        string line = file.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        if (text.FindObject(text.Root, section) is not { } servers)
        {
            string inner = Indented(line, 2);
            string all = $"{{{inner}\"{ServerEntry.Name}\": {Write(entry, inner)}{Indented(line, 1)}}}";
            return Insert(text, file, text.Root, $"{Indented(line, 1)}\"{section}\": {all}", line);
        }

        if (text.Find(servers.Start, ServerEntry.Name) is { } former)
        {
            string value = Write(entry, line + IndentOf(file, former.KeyStart));
            return TextEdit.Apply(file, new TextEdit(former.Start, former.End, value));
        }

        string indent =
            text.Read(servers.Start).Members is [var first, ..] && IndentOf(file, first.KeyStart) is { Length: > 0 } own
                ? line + own
                : line + IndentOf(file, servers.KeyStart) + Indent;
        return Insert(text, file, servers.Start, $"{indent}\"{ServerEntry.Name}\": {Write(entry, indent)}", line);
    }

    /// <summary>The file without the entry, and without the object of servers if that was the only one; null when there is none.</summary>
    /// <exception cref="UnreadableFileException">The file is no such JSON.</exception>
    public byte[]? Without(byte[] file)
    {
        if (file.All(JsonText.IsSpace))
        {
            return null;
        }

        JsonText text = new(file);
        if (
            text.FindObject(text.Root, section) is not { } servers
            || text.Find(servers.Start, ServerEntry.Name) is not { } entry
        )
        {
            return null;
        }

        byte[] rest = Remove(text, file, servers.Start, entry);
        JsonText after = new(rest);
        JsonMember left = after.FindObject(after.Root, section)!.Value;
        return rest.AsSpan(left.Start + 1, left.End - left.Start - 2).ContainsAnyExcept(" \t\r\n"u8)
            ? rest
            : Remove(after, rest, after.Root, left);
    }

    /// <summary>The entry where it stands, as an edit that changes nothing; none when there is none.</summary>
    /// <exception cref="UnreadableFileException">The file is no such JSON.</exception>
    public IEnumerable<TextEdit> Find(byte[] file)
    {
        if (file.All(JsonText.IsSpace))
        {
            return [];
        }

        JsonText text = new(file);
        return
            text.FindObject(text.Root, section) is { } servers
            && text.Find(servers.Start, ServerEntry.Name) is { } entry
            ? [new TextEdit(entry.Start, entry.End, Encoding.UTF8.GetString(file.AsSpan(entry.Start..entry.End)))]
            : [];
    }

    /// <summary>The entry as a file of its own shows it.</summary>
    public string Print(ServerEntry entry) => Encoding.UTF8.GetString(With([], entry)).TrimEnd();

    private static string Indented(string line, int depth) => line + string.Concat(Enumerable.Repeat(Indent, depth));

    // At the beginning: whether the last member has a comma behind it, and which comment belongs to it, need not be known.
    private static byte[] Insert(JsonText text, byte[] file, int start, string member, string line)
    {
        (IReadOnlyList<JsonMember> members, int close) = text.Read(start);
        string after =
            members.Count > 0 ? ","
            : file.AsSpan(start, close - start).Contains((byte)'\n') ? string.Empty
            : line + IndentOf(file, start);
        return TextEdit.Apply(file, new TextEdit(start + 1, start + 1, member + after));
    }

    private static byte[] Remove(JsonText text, byte[] file, int start, JsonMember member)
    {
        (IReadOnlyList<JsonMember> members, int close) = text.Read(start);
        int index = members.TakeWhile(other => other.KeyStart != member.KeyStart).Count();
        int comma = text.SkipTrivia(member.End);
        bool isFollowed = file[comma] == ',';
        int end = isFollowed && comma == member.End ? comma + 1 : member.End;
        List<TextEdit> edits = [new(StartOf(file, member, end), end, string.Empty)];
        if (isFollowed && end == member.End)
        {
            edits.Add(new TextEdit(comma, comma + 1, string.Empty));
        }
        else if (!isFollowed && index > 0)
        {
            int before = text.SkipTrivia(members[index - 1].End);
            edits.Add(new TextEdit(before, before + 1, string.Empty));
        }
        else if (!isFollowed && !file.AsSpan(member.End, close - member.End).ContainsAnyExcept(" \t\r\n"u8))
        {
            edits[0] = edits[0] with { End = close };
        }

        return TextEdit.Apply(file, edits);
    }

    /// <summary>Where what goes begins: with the white space before the name, unless a comment there needs its line end.</summary>
    private static int StartOf(byte[] file, JsonMember member, int end)
    {
        int start = member.KeyStart;
        while (JsonText.IsSpace(file[start - 1]))
        {
            start--;
        }

        bool endsLine = end < file.Length && file[end] is (byte)'\n' or (byte)'\r';
        return file[start - 1] is (byte)'{' or (byte)',' || endsLine ? start : member.KeyStart;
    }

    /// <summary>The white space at the beginning of the line; empty when something else stands before the place.</summary>
    private static string IndentOf(byte[] file, int at)
    {
        int start = file.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> line = file.AsSpan(start, at - start);
        int length = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return Encoding.UTF8.GetString(length < 0 ? line : line[..length]);
    }

    private string Write(ServerEntry entry, string line)
    {
        string inner = line + Indent;
        List<string> members = isTyped ? ["\"type\": \"stdio\""] : [];
        members.Add($"\"command\": {Quoted(entry.Command)}");
        if (entry.Arguments.Count > 0)
        {
            members.Add($"\"args\": [{string.Join(", ", entry.Arguments.Select(Quoted))}]");
        }

        if (entry.Key is { } key)
        {
            members.Add($"\"env\": {{ \"{ServerEntry.KeyVariable}\": {Quoted(key)} }}");
        }

        return $"{{{inner}{string.Join($",{inner}", members)}{line}}}";
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

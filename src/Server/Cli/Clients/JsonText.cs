using System.Text.Json;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>A JSON text of other people by where its members stand; comments and commas at the end of a list are let be.</summary>
internal sealed class JsonText
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly byte[] _text;

    /// <exception cref="UnreadableFileException">It is no JSON object.</exception>
    public JsonText(byte[] text)
    {
        _text = text;
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        int skipped = text.AsSpan().StartsWith(mark) ? mark.Length : 0;
        Utf8JsonReader reader = new(text.AsSpan(skipped), Options);
        try
        {
            reader.Read();
            Root = skipped + (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new UnreadableFileException(At(Root), "the file should be one JSON object.");
            }

            reader.Skip();
            while (reader.Read()) { }
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(LineAndColumn.Of(e), "this is no valid JSON.");
        }
    }

    /// <summary>Where the outermost object begins.</summary>
    public int Root { get; }

    /// <summary>The members of the object that begins there, in order, and where its closing brace is.</summary>
    public (IReadOnlyList<JsonMember> Members, int Close) Read(int start)
    {
        List<JsonMember> members = [];
        Utf8JsonReader reader = new(_text.AsSpan(start), Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            int key = start + (int)reader.TokenStartIndex;
            reader.Read();
            int value = start + (int)reader.TokenStartIndex;
            reader.Skip();
            members.Add(new JsonMember(name, key, value, start + (int)reader.BytesConsumed));
        }

        return (members, start + (int)reader.TokenStartIndex);
    }

    /// <summary>The member of that name; null when there is none.</summary>
    /// <exception cref="UnreadableFileException">There are two.</exception>
    public JsonMember? Find(int start, string name)
    {
        JsonMember[] found = [.. Read(start).Members.Where(member => member.Name == name)];
        return found switch
        {
            [] => null,
            [var only] => only,
            _ => throw new UnreadableFileException(At(found[1].KeyStart), $"\"{name}\" is there a second time."),
        };
    }

    /// <summary>The member of that name, which is an object.</summary>
    /// <exception cref="UnreadableFileException">It is something else.</exception>
    public JsonMember? FindObject(int start, string name) =>
        Find(start, name) switch
        {
            null => null,
            { } member when _text[member.Start] == '{' => member,
            { } member => throw new UnreadableFileException(At(member.Start), $"\"{name}\" should be an object."),
        };

    /// <summary>The first place at or after the given one that is neither white space nor comment.</summary>
    public int SkipTrivia(int at)
    {
        while (at < _text.Length)
        {
            ReadOnlySpan<byte> rest = _text.AsSpan(at);
            int length =
                IsSpace(rest[0]) ? 1
                : rest.StartsWith("//"u8) ? LengthTo(rest, "\n"u8)
                : rest.StartsWith("/*"u8) ? LengthTo(rest, "*/"u8)
                : 0;
            if (length == 0)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    public static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static int LengthTo(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end) =>
        text.IndexOf(end) is >= 0 and var index ? index + end.Length : text.Length;

    private LineAndColumn At(int index) => LineAndColumn.Of(_text, index);
}

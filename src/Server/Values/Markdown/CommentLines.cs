using System.Text.Json;

namespace ClickUpMcp.Values;

/// <summary>Writes the lines of a comment: runs of text, and the break that says what the line is.</summary>
internal sealed class CommentLines(MentionTable mentions) : IDisposable
{
    private readonly RichTextWriter _output = new();
    private readonly ListNumbers _numbers = new();
    private readonly List<string> _unknown = [];
    private LineFormat? _ended;

    /// <summary>The first words after an <c>@</c> that mention nobody.</summary>
    public IReadOnlyList<string> UnknownMentions => _unknown;

    /// <summary>Whether the last line is an item of a list.</summary>
    public bool EndsWithItem => _ended is { Kind: not (LineKind.Paragraph or LineKind.Code) };

    /// <summary>Begins a line.</summary>
    public void Begin()
    {
        if (_ended is { } format)
        {
            _output.Break(format);
        }

        _ended = null;
    }

    /// <summary>Ends a line; the last one has a break only where that says something.</summary>
    public void End(LineFormat format)
    {
        LineFormat bounded = format with { Indent = Math.Min(format.Indent, ListNumbers.MaximumIndent) };
        _numbers.Add(bounded);
        _ended = bounded;
    }

    /// <summary>Whether ClickUp would show an item of an ordered list by its number.</summary>
    public bool IsNext(int number, int indent) => _numbers.Next(indent) == number;

    /// <summary>Adds a run of the line.</summary>
    public void Add(TextRun run)
    {
        if (run.Person > 0)
        {
            _output.Mention(run.Person);
        }
        else if (run.Link is not null || (run.Marks & TextMarks.Code) != TextMarks.None)
        {
            _output.Text(run.Text, run.Marks, run.Link);
        }
        else
        {
            AddText(run.Text, run.Marks);
        }
    }

    /// <summary>Adds text in which nobody is mentioned.</summary>
    public void AddLiteral(ReadOnlySpan<char> text) => _output.Text(text, TextMarks.None, link: null);

    /// <summary>The blocks; nothing can be added afterwards.</summary>
    public JsonElement Finish()
    {
        if (_ended is { } format && format != default)
        {
            _output.Break(format);
        }

        return _output.Finish();
    }

    public void Dispose() => _output.Dispose();

    private void AddText(string text, TextMarks marks)
    {
        int literal = 0;
        for (int at = text.IndexOf('@'); at >= 0; at = at < text.Length ? text.IndexOf('@', at) : -1)
        {
            if (!MentionTable.IsStart(text, at))
            {
                at++;
            }
            else if (mentions.Find(text, at) is { } found)
            {
                _output.Text(text.AsSpan(literal, at - literal), marks, link: null);
                _output.Mention(found.Id);
                at = literal = found.End;
            }
            else
            {
                UnknownMention.Remember(_unknown, text, at);
                at++;
            }
        }

        _output.Text(text.AsSpan(literal), marks, link: null);
    }
}

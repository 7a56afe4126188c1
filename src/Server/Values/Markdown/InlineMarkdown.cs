namespace ClickUpMcp.Values;

/// <summary>Reads the marks within a line of Markdown: bold, italic, struck out, code, links and mentions.</summary>
/// <remarks>What is no complete mark stays literal. Every search for an end is made once, so time grows with the text.</remarks>
internal sealed class InlineMarkdown(RichTextWriter output, MentionTable mentions)
{
    private const int MaximumDepth = 16;
    private const string UserLink = "#user_mention#";

    private readonly List<string> _unknown = [];

    /// <summary>The first words after an <c>@</c> that mention nobody.</summary>
    public IReadOnlyList<string> UnknownMentions => _unknown;

    /// <summary>Writes a line.</summary>
    public void Write(string line, TextMarks marks) => Write(line, marks, link: null, depth: 0);

    private void Write(string text, TextMarks marks, string? link, int depth)
    {
        // Delimiters that are not closed any more, so that they are not searched for again.
        HashSet<string> unclosed = [];
        int literal = 0;
        int at = 0;
        while (at < text.Length)
        {
            int end = depth < MaximumDepth ? Special(at) : at;
            if (end > at)
            {
                (at, literal) = (end, end);
                continue;
            }

            // A run of delimiters that opens nothing is literal as a whole.
            at += text[at] is '*' or '_' or '~' or '`' ? RunLength(text, at) : 1;
        }

        Flush(at);

        int Special(int start) =>
            text[start] switch
            {
                '\\' => Escape(start),
                '`' => Code(start),
                '*' or '_' or '~' => Marked(start),
                '!' or '[' => Link(start),
                '<' => Address(start),
                '@' => Mention(start),
                _ => start,
            };

        void Flush(int end) => output.Text(text.AsSpan(literal, end - literal), marks, link);

        int Escape(int start)
        {
            if (start + 1 == text.Length || !(char.IsPunctuation(text[start + 1]) || char.IsSymbol(text[start + 1])))
            {
                return start;
            }

            Flush(start);
            output.Text(text.AsSpan(start + 1, 1), marks, link);
            return start + 2;
        }

        int Code(int start)
        {
            string fence = text.Substring(start, RunLength(text, start));
            int close = Closing(fence, start + fence.Length, InlineDelimiters.FindCode);
            if (close < 0)
            {
                return start;
            }

            Flush(start);
            output.Text(InlineDelimiters.CodeText(text[(start + fence.Length)..close]), marks | TextMarks.Code, link);
            return close + fence.Length;
        }

        int Marked(int start)
        {
            int length = RunLength(text, start);
            bool isStrike = text[start] == '~';
            if (length > 3 || (isStrike && length != 2) || !InlineDelimiters.Opens(text, start, length))
            {
                return start;
            }

            string delimiter = text.Substring(start, length);
            int close = Closing(delimiter, start + length, InlineDelimiters.FindMark);
            if (close < 0)
            {
                return start;
            }

            Flush(start);
            TextMarks added =
                isStrike ? TextMarks.Strike
                : length == 1 ? TextMarks.Italic
                : length == 2 ? TextMarks.Bold
                : TextMarks.Bold | TextMarks.Italic;
            Write(text[(start + length)..close], marks | added, link, depth + 1);
            return close + length;
        }

        int Link(int start)
        {
            int bracket = text[start] == '!' ? start + 1 : start;
            if (link is not null || InlineDelimiters.FindLink(text, bracket) is not { } found)
            {
                return start;
            }

            string label = text[(bracket + 1)..found.LabelEnd];
            if (found.Target.StartsWith(UserLink, StringComparison.Ordinal))
            {
                if (!long.TryParse(found.Target.AsSpan(UserLink.Length), out long user))
                {
                    return start;
                }

                Flush(start);
                output.Mention(user);
                return found.End;
            }

            if (!IsAddress(found.Target))
            {
                return start;
            }

            Flush(start);
            Write(label.Length > 0 ? label : found.Target, marks, found.Target, depth + 1);
            return found.End;
        }

        int Address(int start)
        {
            int close = text.IndexOf('>', start);
            if (close < 0 || link is not null || !IsAddress(text[(start + 1)..close]))
            {
                return start;
            }

            Flush(start);
            string target = text[(start + 1)..close];
            output.Text(target, marks, target);
            return close + 1;
        }

        int Mention(int start)
        {
            if (link is not null || !MentionTable.IsStart(text, start))
            {
                return start;
            }

            if (mentions.Find(text, start) is not { } found)
            {
                UnknownMention.Remember(_unknown, text, start);
                return start;
            }

            Flush(start);
            output.Mention(found.Id);
            return found.End;
        }

        int Closing(string delimiter, int from, Func<string, string, int, int> find)
        {
            if (unclosed.Contains(delimiter))
            {
                return -1;
            }

            int close = find(text, delimiter, from);
            if (close < 0)
            {
                unclosed.Add(delimiter);
            }

            return close;
        }
    }

    private static int RunLength(string text, int at)
    {
        int length = text.AsSpan(at).IndexOfAnyExcept(text[at]);
        return length < 0 ? text.Length - at : length;
    }

    private static bool IsAddress(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out Uri? address)
        && (
            address.Scheme == Uri.UriSchemeHttps
            || address.Scheme == Uri.UriSchemeHttp
            || address.Scheme == Uri.UriSchemeMailto
        );
}

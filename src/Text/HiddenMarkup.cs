using System.Text;

namespace ClickUpMcp.Text;

/// <summary>Removes what neither Markdown nor HTML would show: comments, hidden elements, titles, coded characters.</summary>
/// <remarks>One walk from left to right, in which each construct is read once; removing one may form another.</remarks>
internal ref struct HiddenMarkup
{
    private const string CommentEnd = "-->";

    // How far back the text of a link may begin.
    private const int LongestLinkText = 1000;

    private readonly ReadOnlySpan<char> _text;
    private readonly StringBuilder _output;
    private CodeSpans _code;
    private int _unclosed;
    private int _at;

    private HiddenMarkup(string text, bool keepsCode)
    {
        _text = text;
        _output = new StringBuilder(text.Length);
        _code = new CodeSpans(text, keepsCode);
    }

    /// <summary>Whether a text may have any of it.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().IndexOfAny("<&]`~") >= 0;

    /// <param name="text">Without invisible characters.</param>
    /// <param name="keepsCode">Whether the text is Markdown, in whose code all is shown.</param>
    /// <returns>The same text where there was nothing to remove.</returns>
    public static string Remove(string text, bool keepsCode)
    {
        var markup = new HiddenMarkup(text, keepsCode);
        markup.Walk();
        return markup._output.Equals(text) ? text : markup._output.ToString();
    }

    /// <summary>The text without the characters that markup begins or ends with.</summary>
    public static string Defuse(string text) =>
        string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] = from[i] is '<' or '&' or ']' or '`' or '~' ? ' ' : from[i];
                }
            }
        );

    private void Walk()
    {
        bool isLineStart = true;
        while (_at < _text.Length)
        {
            if (isLineStart && (TakeCode(_code.FenceAt(_at)) || TakeDefinition()))
            {
                isLineStart = _output.Length == 0 || _output[^1] == '\n';
                continue;
            }

            int length = _text[_at..].IndexOfAny("<&]`\n");
            length = length < 0 ? _text.Length - _at : length;
            Take(length);
            if (_at == _text.Length)
            {
                return;
            }

            char c = _text[_at];
            isLineStart = c == '\n';
            bool isTaken = c switch
            {
                '<' => SkipHidden(),
                '&' => SkipReference(),
                ']' => TakeTarget(),
                '`' => TakeCode(_code.SpanAt(_at)),
                _ => false,
            };
            if (!isTaken)
            {
                Take(1);
            }
        }
    }

    private void Take(int length)
    {
        _output.Append(_text.Slice(_at, length));
        _at += length;
    }

    private bool TakeCode(CodeSpan code)
    {
        if (code.Length == 0)
        {
            return false;
        }

        Take(code.Kept);
        _at += code.Dropped;
        Take(code.Length - code.Kept - code.Dropped);
        return true;
    }

    private bool SkipHidden()
    {
        ReadOnlySpan<char> rest = _text[_at..];
        if (rest.StartsWith("<!--"))
        {
            // "<!-->" is a comment too; one without an end hides all that follows it.
            int end = rest[2..].IndexOf(CommentEnd);
            _at = end < 0 ? _text.Length : _at + 2 + end + CommentEnd.Length;
            return true;
        }

        if (!HtmlTag.TryRead(rest, out HtmlTag tag) || !tag.IsHidden)
        {
            return false;
        }

        int length =
            tag.IsEmpty ? tag.Length
            : (_unclosed & (1 << tag.HiddenName)) != 0 ? -1
            : tag.LengthWithContent(rest);
        if (length < 0 && tag.HiddenName > 0)
        {
            // People write of such tags, and an end tag that is not behind this one is not behind a later one.
            _unclosed |= 1 << tag.HiddenName;
            return false;
        }

        _at = length < 0 ? _text.Length : _at + length;
        return true;
    }

    private bool SkipReference()
    {
        ReadOnlySpan<char> rest = _text[_at..];
        if (!CharacterReference.TryRead(rest, out CharacterReference reference))
        {
            return false;
        }

        if (reference.Character.Value == '<')
        {
            return SkipCodedComment(rest, reference.Length);
        }

        if (
            !InvisibleText.IsInvisible(reference.Character)
            && !InvisibleText.IsVariationSelector(reference.Character)
            && reference.Character.Value != InvisibleText.ZeroWidthJoiner
        )
        {
            return false;
        }

        _at += reference.Length;
        return true;
    }

    // "&lt;!-- … --&gt;" is a comment for all who decode it, as models do.
    private bool SkipCodedComment(ReadOnlySpan<char> rest, int start)
    {
        if (!rest[start..].StartsWith("!--"))
        {
            return false;
        }

        int end = rest[(start + 3)..].IndexOf("--");
        if (end < 0)
        {
            return false;
        }

        int after = start + 3 + end + 2;
        ReadOnlySpan<char> tail = rest[after..];
        if (tail.StartsWith(">"))
        {
            _at += after + 1;
            return true;
        }

        if (CharacterReference.TryRead(tail, out CharacterReference close) && close.Character.Value == '>')
        {
            _at += after + close.Length;
            return true;
        }

        return false;
    }

    private bool TakeTarget()
    {
        if (
            !_text[(_at + 1)..].StartsWith("(")
            || !MarkdownTarget.TryRead(_text[(_at + 2)..], ')', out MarkdownTarget target)
        )
        {
            return false;
        }

        if (LinkText.OtherHost(TextBefore(), target.Address) is { } host)
        {
            _output.Append(" (leads to ").Append(host).Append(')');
        }

        bool runs = LinkText.Runs(target.Address);
        if (!runs && !target.HasTitle)
        {
            // What its address hides is found as elsewhere.
            Take(2);
            return true;
        }

        _output.Append("](").Append(runs ? "#" : target.Address).Append(')');
        _at += 2 + target.Length;
        return true;
    }

    private readonly string TextBefore()
    {
        int open = 1;
        int least = Math.Max(0, _output.Length - LongestLinkText);
        for (int i = _output.Length - 1; i >= least; i--)
        {
            open += _output[i] switch
            {
                '[' => -1,
                ']' => 1,
                _ => 0,
            };
            if (open == 0)
            {
                return _output.ToString(i + 1, _output.Length - i - 1);
            }
        }

        return "";
    }

    // "[//]: # (text)" is how Markdown is made to hold a comment.
    private bool TakeDefinition()
    {
        ReadOnlySpan<char> rest = _text[_at..];
        int start = rest.IndexOfAnyExcept(' ');
        if (start is < 0 or > 3 || rest[start] != '[')
        {
            return false;
        }

        int label = rest[start..].IndexOfAny(']', '\n');
        int colon = start + label + 1;
        if (
            label < 2
            || rest[start + label] != ']'
            || !rest[colon..].StartsWith(":")
            || !MarkdownTarget.TryRead(rest[(colon + 1)..], '\n', out MarkdownTarget target)
            || !target.HasTitle
        )
        {
            return false;
        }

        if (target.Address is not ("#" or ""))
        {
            Take(colon + 1);
            _output.Append(' ').Append(target.Address);
            _at += target.Length;
            return true;
        }

        _at += colon + 1 + target.Length;
        _at += _at < _text.Length ? 1 : 0;
        return true;
    }
}

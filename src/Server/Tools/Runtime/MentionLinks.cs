using System.Globalization;
using System.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Replaces mentions by links such as <c>[@Carla Rossi](#user_mention#81000003)</c>; code and links stay as they are.</summary>
internal sealed class MentionLinks(MentionedPeople people)
{
    private readonly MentionTable _table = people.ToTable();
    private readonly List<string> _unknown = [];

    /// <summary>The text with links, and the words after an <c>@</c> that mention nobody.</summary>
    public (string Text, IReadOnlyList<string> Unknown) Write(string text)
    {
        StringBuilder linked = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int kept = Kept(text, at);
            if (kept > at)
            {
                linked.Append(text, at, kept - at);
                at = kept;
            }
            else if (!MentionTable.IsStart(text, at))
            {
                linked.Append(text[at++]);
            }
            else if (_table.Find(text, at) is { } found)
            {
                string id = found.Id.ToString(CultureInfo.InvariantCulture);
                linked.Append(CultureInfo.InvariantCulture, $"[@{people.NameOf(found.Id)}](#user_mention#{id})");
                at = found.End;
            }
            else
            {
                UnknownMention.Remember(_unknown, text, at);
                linked.Append(text[at++]);
            }
        }

        return (linked.ToString(), _unknown);
    }

    // The end of code or of a link that begins here; the same place when none does.
    private static int Kept(string text, int at)
    {
        if (text[at] == '`')
        {
            int length = text.AsSpan(at).IndexOfAnyExcept('`');
            string run = length < 0 ? text[at..] : text.Substring(at, length);
            int close = text.IndexOf(run, at + run.Length, StringComparison.Ordinal);
            return close < 0 ? at + run.Length : close + run.Length;
        }

        if (text[at] == '[')
        {
            int label = text.IndexOf("](", at, StringComparison.Ordinal);
            int close = label < 0 ? -1 : text.IndexOf(')', label);
            bool isLink = close > 0 && text.AsSpan(at, close - at).IndexOf('\n') < 0;
            return isLink ? close + 1 : at;
        }

        return at;
    }
}

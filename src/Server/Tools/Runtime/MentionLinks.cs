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
        int written = 0;
        foreach ((int start, int end) in LiteralRanges.Of(text))
        {
            Write(linked, text, written, start);
            linked.Append(text, start, end - start);
            written = end;
        }

        Write(linked, text, written, text.Length);
        return (linked.ToString(), _unknown);
    }

    private void Write(StringBuilder linked, string text, int start, int end)
    {
        int written = start;
        for (int at = start; at < end; at++)
        {
            if (!MentionTable.IsStart(text, at) || (at > 0 && text[at - 1] == '\\'))
            {
                continue;
            }

            if (_table.Find(text, at) is not { } found)
            {
                UnknownMention.Remember(_unknown, text, at);
                continue;
            }

            linked.Append(text, written, at - written).Append(LinkAddress.Mention(people.NameOf(found.Id), found.Id));
            written = found.End;
            at = found.End - 1;
        }

        if (written < end)
        {
            linked.Append(text, written, end - written);
        }
    }
}

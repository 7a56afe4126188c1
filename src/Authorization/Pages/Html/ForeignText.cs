using ClickUpMcp.Text;

namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>A name that a client or a user chose: shown without hidden characters, on one line, cut where long, and never empty.</summary>
internal readonly record struct ForeignText(string Text)
{
    private const int Longest = 80;
    private const string Nothing = "(no name)";
    private const string Cut = "…";

    /// <summary>How it appears.</summary>
    public string Shown
    {
        get
        {
            string line = OutputSanitizer.VisibleLine(Text);
            if (line.Length <= Longest)
            {
                return line.Length == 0 ? Nothing : line;
            }

            // Not between the halves of one character.
            int length = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
            return string.Concat(line.AsSpan(0, length).TrimEnd(), Cut);
        }
    }
}

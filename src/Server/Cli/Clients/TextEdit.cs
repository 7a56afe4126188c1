using System.Text;

namespace ClickUpMcp.Cli.Clients;

/// <summary>A change of one place of a text; all other bytes stay.</summary>
/// <param name="Start">The first byte that goes.</param>
/// <param name="End">What follows the last byte that goes.</param>
/// <param name="Text">What comes there.</param>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    /// <summary>The text with all edits, of which no two may touch.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> text, params IEnumerable<TextEdit> edits)
    {
        byte[] result = text.ToArray();
        foreach (TextEdit edit in edits.OrderByDescending(static edit => edit.Start))
        {
            result =
            [
                .. result.AsSpan(0, edit.Start),
                .. Encoding.UTF8.GetBytes(edit.Text),
                .. result.AsSpan(edit.End),
            ];
        }

        return result;
    }
}

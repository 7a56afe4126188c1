namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>The plain form of a Markdown description: the marks gone, the words kept.</summary>
internal static class Markdown
{
    private static readonly string[] Marks = ["**", "__", "`", "~~"];

    public static string ToPlainText(string markdown)
    {
        var text = Marks.Aggregate(markdown, static (rest, mark) => rest.Replace(mark, "", StringComparison.Ordinal));
        return string.Join('\n', text.Split('\n').Select(static line => line.TrimStart('#', '>', ' ')));
    }
}

namespace ClickUpMcp.Generators.Tests;

/// <summary>Edits of the sample that must give exactly one diagnostic.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="InRoot">Whether the root file is edited instead of the tools file.</param>
/// <param name="Edits">Pairs of old text (which occurs once) and new text; <c>'</c> stands for a double quote, <c>§</c> marks the place.</param>
public sealed record DiagnosticCase(string Id, bool InRoot, string[] Edits)
{
    public override string ToString() => $"{Id} {string.Join(" → ", Edits).ReplaceLineEndings(" ")}";

    /// <summary>The edited files and the place as <c>ID path(line,column)</c>.</summary>
    internal (IReadOnlyList<SpecText> Files, string Place) Apply()
    {
        string text = InRoot ? SampleSpec.Root : SampleSpec.Tools;
        foreach (string[] edit in Edits.Select(e => e.Replace('\'', '"')).Chunk(2))
        {
            (text.Split(edit[0]).Length - 1).ShouldBe(1, $"occurrences of {edit[0]}");
            text = text.Replace(edit[0], edit[1]);
        }

        string[] before = text[..text.IndexOf('§')].Split('\n');
        text = text.Remove(text.IndexOf('§'), 1);
        string path = InRoot ? SampleSpec.RootPath : SampleSpec.ToolsPath;
        string place = $"{Id} {path}({before.Length},{before[^1].Length + 1})";
        return (InRoot ? SampleSpec.Files(root: text) : SampleSpec.Files(tools: text), place);
    }

    internal static DiagnosticCase Root(int id, params string[] edits) => new($"CUMCP{id:000}", true, edits);

    internal static DiagnosticCase InTools(int id, params string[] edits) => new($"CUMCP{id:000}", false, edits);
}

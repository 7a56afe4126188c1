namespace EndToEnd.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line of its first fence.</param>
/// <param name="Language">What stands behind the first fence.</param>
/// <param name="Text">What stands between the fences.</param>
public sealed record FencedBlock(string Page, int Line, string Language, string Text)
{
    /// <summary>Whether it is about the build of this repository.</summary>
    public bool IsOfTheBuild =>
        Text.Contains("./build.sh", StringComparison.Ordinal) || Text.Contains("dotnet ", StringComparison.Ordinal);

    public override string ToString() => $"{Page}:{Line}";
}

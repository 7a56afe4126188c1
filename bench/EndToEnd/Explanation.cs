namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What stands below the tables: where the time and the memory go, and how to see it again.</summary>
internal static class Explanation
{
    public const string Text = "";
}

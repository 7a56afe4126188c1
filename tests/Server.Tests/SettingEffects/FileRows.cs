namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>The rows of the table for settings about files outside of ClickUp.</summary>
internal static class FileRows
{
    private const string Path = "file_path";

    private static readonly Dictionary<string, string> Roots = new() { ["CLICKUP_MCP_FILES_ROOTS"] = "{files}" };

    public static IReadOnlyList<SettingRow> All { get; } =
    [
        new("filesRoots", "{files}", static run => ShowsAsync(run, Path, "gone.txt", "no such file")),
        new("downloadRoot", "{files}", SavesAsync),
        new("filesDeny", "gone*", static run => ShowsAsync(run, Path, "gone.txt", "for its name")) { Besides = Roots },
        new("filesAllow", ".gone", static run => ShowsAsync(run, Path, ".gone", "no such file")) { Besides = Roots },
        new("fileUrls", "false", static run => ShowsAsync(run, "file_url", "http://a", "--file-urls")),
        new("maxFileMib", "1", RefusesTwoMebibytesAsync) { Besides = Roots },
    ];

    private static async Task<bool> RefusesTwoMebibytesAsync(SettingRun run)
    {
        await using (FileStream large = File.Create(run.Fill("{files}/large.bin")))
        {
            large.SetLength(2 * 1024 * 1024);
        }

        return await ShowsAsync(run, Path, "large.bin", "too large");
    }

    private static async Task<bool> SavesAsync(SettingRun run)
    {
        await run.CallAsync("get_attachment", """{"task":"27075wz","attachment":"steps","save_to":"."}""", "--sandbox");
        return File.Exists(run.Fill("{files}/steps to reproduce.txt"));
    }

    private static async Task<bool> ShowsAsync(SettingRun run, string argument, string file, string says)
    {
        string text = await run.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","{{argument}}":"{{file}}"}""",
            "--sandbox"
        );
        return text.Contains(says, StringComparison.Ordinal);
    }
}

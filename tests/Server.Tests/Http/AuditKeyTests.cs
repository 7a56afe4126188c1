using System.Text.Json;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Http;

/// <summary>The key of the audit's digests is one for each installation, and only its owner can read it.</summary>
[Trait("Requirement", "L-01")]
public sealed class AuditKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private string Audit => Path.Combine(_folder, "audit.log");

    private string Key => Audit + ".key";

    [Fact]
    public async Task L_01_it_is_made_by_the_first_line_and_kept_for_later_starts()
    {
        await using (HttpServer server = await StartAsync(Audit))
        {
            File.Exists(Key).ShouldBeFalse("nothing was written yet");
            using HttpResponseMessage reply = await server.CallAsync("get_task", """{"task":"DEV-1"}""");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await CallAsync(Audit);
        string other = Path.Combine(_folder, "other.log");
        await CallAsync(other);

        string[] digests = [.. Digests(Audit), .. Digests(other)];
        digests.Length.ShouldBe(3);
        digests[1].ShouldBe(digests[0], "the same installation");
        digests[2].ShouldNotBe(digests[0], "another installation");
        Directory.GetFiles(_folder).Length.ShouldBe(4, "nothing else is left");
    }

    [Fact]
    public async Task L_01_a_key_that_others_can_read_or_that_cannot_be_kept_is_not_used_and_the_log_says_so()
    {
        File.WriteAllText(Key, new string('k', 44));
        PrivateFile.Open(Key, UnixFileMode.OtherRead);
        await using (HttpServer server = await StartAsync(Audit))
        {
            using HttpResponseMessage reply = await server.CallAsync("get_task", """{"task":"DEV-1"}""");
            server.Log.ShouldContain("--audit-key-file");
        }

        await CallAsync(Audit);
        string[] digests = Digests(Audit);
        digests[1].ShouldNotBe(digests[0]);
    }

    [Fact]
    public void L_01_processes_that_start_at_once_have_the_same()
    {
        byte[][] keys = new byte[16][];
        Parallel.For(
            0,
            keys.Length,
            i => keys[i] = AuditKey.Keep(Key, () => throw new InvalidOperationException("no key"))
        );
        keys.ShouldAllBe(key => key.SequenceEqual(keys[0]));
    }

    [Theory]
    [InlineData("/var/log/audit", "/var/log/audit.key")]
    [InlineData("stderr", "STATE/clickup-mcp/audit.key", "XDG_STATE_HOME=STATE", "HOME=/home/anna")]
    [InlineData("stderr", "/home/anna/.local/state/clickup-mcp/audit.key", "HOME=/home/anna", "XDG_STATE_HOME=")]
    [InlineData("stderr", null)]
    [InlineData("/dev/null", "/home/anna/.local/state/clickup-mcp/audit.key", "HOME=/home/anna")]
    [InlineData("/dev/stdout", "/home/anna/.local/state/clickup-mcp/audit.key", "HOME=/home/anna")]
    [InlineData("/proc/self/fd/2", null)]
    public void It_lies_beside_the_audit_or_with_the_state_of_the_user(
        string destination,
        string? path,
        params string[] variables
    )
    {
        Dictionary<string, string> all = variables
            .Select(static variable => variable.Split('='))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);
        AuditKey.PathFor(destination, all.GetValueOrDefault).ShouldBe(path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made_for_the_owner_alone()
    {
        string folder = Path.Combine(_folder, "state", "clickup-mcp");
        AuditKey.Keep(Path.Combine(folder, "audit.key"), () => throw new InvalidOperationException("no key"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<HttpServer> StartAsync(string audit) =>
        HttpServer.StartAsync(options => (options.Audit, options.AuditKey) = (audit, null));

    private static async Task CallAsync(string audit)
    {
        await using HttpServer server = await StartAsync(audit);
        using HttpResponseMessage reply = await server.CallAsync("get_task", """{"task":"DEV-1"}""");
    }

    private static string[] Digests(string audit) =>
        [
            .. File.ReadAllLines(audit)
                .Select(static line => JsonElement.Parse(line))
                .Where(static line => line.TryGetProperty("arguments", out _))
                .Select(static line => line.GetProperty("arguments").GetString()!),
        ];
}

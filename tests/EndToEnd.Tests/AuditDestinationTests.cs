using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>Where the native server's audit may go over stdio, and what is left beside it.</summary>
[Trait("Requirement", "L-02")]
public sealed class AuditDestinationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("audit-");

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/fd/1")]
    [InlineData("/proc/self/fd/1")]
    public async Task L_02_it_does_not_go_where_the_protocol_is(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says what a descriptor is.");
        var ended = await ServerBinary.RunAsync("stdio", "--sandbox", "--audit", path);

        (ended.ExitCode, ended.Output).ShouldBe((1, ""));
        ended.Errors.ShouldContain("standard output");
        ended.Errors.TrimEnd().ShouldNotContain("\n");
    }

    [Fact]
    public async Task L_02_a_file_that_standard_output_goes_to_is_refused_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says what a descriptor is.");
        var file = Path.Combine(_folder.FullName, "both");
        var ended = await ChildProcess.RunAsync(
            "sh",
            ["-c", "exec \"$@\" >\"$0\"", file, ServerBinary.Path, "stdio", "--sandbox", "--audit", file],
            cancellationToken: Limit.Short
        );

        ended.ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(file, Limit.Short)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_the_key_of_what_goes_to_a_device_is_not_left_beside_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there is it known which folder has devices.");
        await using var client = StdioClient.Start(
            ServerBinary.Path,
            ["stdio", "--sandbox", "--audit", "/dev/null"],
            new Dictionary<string, string?> { ["XDG_STATE_HOME"] = _folder.FullName }
        );
        await client.InitializeAsync(Limit.Short);
        (await client.CallAsync("get_workspace", null, Limit.Short)).IsError.ShouldBeFalse();
        await client.CloseAsync(Limit.Short);

        File.Exists("/dev/null.key").ShouldBeFalse();
        File.Exists(Path.Combine(_folder.FullName, "clickup-mcp", "audit.key")).ShouldBeTrue();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

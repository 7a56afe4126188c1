using ClickUpMcp.Cli;
using ClickUpMcp.Hosting.Access;

namespace ClickUpMcp.Tests.Cli;

/// <summary><c>admin token</c> works on the file that a server reads its bearer tokens from.</summary>
public sealed class TokenFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tokens-");

    private string TokensFile => Path.Combine(_folder.FullName, "tokens");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_token_is_added_listed_and_ended_and_the_rest_of_the_file_stays()
    {
        (await RunAsync("new", "anna")).ExitCode.ShouldBe(ExitCode.Ok);
        File.AppendAllText(TokensFile, "# two of Ben's\n\n");
        await RunAsync("new", "ben");
        CliRun made = await RunAsync("new", "ben");
        BearerTokenFile.Read(TokensFile).Length.ShouldBe(3);
        File.ReadAllText(TokensFile).ShouldNotContain(made.Output.Trim());

        (await RunAsync("list")).Output.ShouldBe("anna\t1\nben\t2\n");
        (await RunAsync("revoke", "ben")).Output.ShouldBe("2 tokens ended.\n");

        (await RunAsync("list")).Output.ShouldBe("anna\t1\n");
        File.ReadAllText(TokensFile).ShouldEndWith("# two of Ben's\n\n");
        BearerTokenFile.Read(TokensFile).Length.ShouldBe(1);
        Directory.GetFiles(_folder.FullName).ShouldBe([TokensFile]);
    }

    [Fact]
    public async Task A_file_that_others_may_write_keeps_its_mode_and_a_new_one_is_its_owner_s()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        await RunAsync("new", "anna");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(TokensFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            PrivateFile.Open(TokensFile, UnixFileMode.GroupRead);
            await RunAsync("new", "ben");
            (File.GetUnixFileMode(TokensFile) & UnixFileMode.GroupRead).ShouldBe(UnixFileMode.GroupRead);
        }
    }

    [Fact]
    public async Task A_name_that_the_file_does_not_have_changes_nothing()
    {
        await RunAsync("new", "anna");
        string before = File.ReadAllText(TokensFile);

        CliRun run = await RunAsync("revoke", "ana");

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("Did you mean anna?");
        File.ReadAllText(TokensFile).ShouldBe(before);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("revoke", "anna")]
    public async Task A_file_that_is_not_there_is_said(params string[] words)
    {
        CliRun run = await RunAsync(words);

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("there is none of that name");
    }

    [Fact]
    public async Task Without_a_file_it_must_be_named() =>
        (await CliRun.RunAsync("admin", "token", "list")).ShouldBeOneLine(ExitCode.Usage);

    private Task<CliRun> RunAsync(params string[] words) =>
        CliRun.RunAsync(["admin", "token", .. words, "--tokens-file", TokensFile]);
}

using System.Net.Sockets;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.Http;

/// <summary>The operator's socket belongs to the user of the server, and to nobody else at any moment.</summary>
public sealed class AdminSocketTests : IDisposable
{
    private const UnixFileMode All =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("adm-").FullName;

    public AdminSocketTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such sockets on Windows.");

    private string Place => Path.Combine(_folder, "admin");

    [Fact]
    public async Task Only_its_user_may_use_it_and_it_goes_with_the_server()
    {
        await using (HttpServer server = await StartAsync(Place))
        {
            Mode(Place).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Exists(Place).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_connects_before_it_is_its_users_alone()
    {
        using Socket bound = AdminSocket.Bind(Place);
        Mode(Place).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        using Socket early = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        Should
            .Throw<SocketException>(() => early.Connect(new UnixDomainSocketEndPoint(Place)))
            .SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task One_that_a_killed_server_left_is_made_anew_and_one_in_use_is_not_taken()
    {
        using (Socket dead = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(Place + "2"));
            File.Move(Place + "2", Place);
        }

        await using HttpServer server = await StartAsync(Place);

        (await Should.ThrowAsync<UnusableException>(() => StartAsync(Place))).Message.ShouldContain("Another server");
        (await ListAsync(Place)).ExitCode.ShouldBe(ExitCode.Ok);
        // Nor is it in the way of a look whether another would start.
        CliRun check = await CliRun.RunAsync("http", "--check", "--sandbox", "--admin-socket", Place);
        check.ExitCode.ShouldBe(ExitCode.Ok, check.Error);
        (await ListAsync(Place)).ExitCode.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_file_or_a_link_in_its_place_is_left_alone()
    {
        await File.WriteAllTextAsync(Place, "mine", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<UnusableException>(() => StartAsync(Place));
        (await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken)).ShouldBe("mine");

        string link = Path.Combine(_folder, "link");
        foreach (string target in (string[])[Place, Path.Combine(_folder, "nowhere")])
        {
            File.CreateSymbolicLink(link, target);
            (await Should.ThrowAsync<UnusableException>(() => StartAsync(link))).Message.ShouldContain("link");
            new FileInfo(link).LinkTarget.ShouldBe(target);
            File.Delete(link);
        }

        (await CliRun.RunAsync("http", "--check", "--sandbox", "--admin-socket", Place)).ShouldBeOneLine(
            ExitCode.Failed
        );
    }

    [Fact]
    public async Task A_folder_in_which_others_could_put_theirs_is_refused()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, All);
            (await Should.ThrowAsync<UnusableException>(() => StartAsync(Place))).Message.ShouldContain("Others");

            // Where nobody takes away what is another's, as in /tmp, it is good.
            File.SetUnixFileMode(_folder, All | UnixFileMode.StickyBit);
            await using HttpServer server = await StartAsync(Place);
        }
    }

    [Fact]
    public async Task A_folder_that_is_a_link_or_not_there_is_refused()
    {
        string link = Path.Combine(_folder, "link");
        Directory.CreateSymbolicLink(link, _folder);
        await Should.ThrowAsync<UnusableException>(() => StartAsync(Path.Combine(link, "admin")));
        await Should.ThrowAsync<UnusableException>(() => StartAsync(Path.Combine(_folder, "no", "admin")));
        await Should.ThrowAsync<UnusableException>(() => StartAsync(Path.Combine(_folder, new string('a', 120))));
    }

    [Fact]
    public async Task What_is_anothers_is_refused()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give files away.");
        using (Socket foreign = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            foreign.Bind(new UnixDomainSocketEndPoint(Place));
            Give(Place);
            (await Should.ThrowAsync<UnusableException>(() => StartAsync(Place))).Message.ShouldContain("another user");
        }

        File.Delete(Place);
        Give(_folder);
        (await Should.ThrowAsync<UnusableException>(() => StartAsync(Place))).Message.ShouldContain("Others");
    }

    [Fact]
    public async Task Without_a_server_behind_it_the_command_says_so()
    {
        (await ListAsync(Place)).ShouldBeOneLine(ExitCode.Failed);
        CliRun none = await CliRun.RunAsync("admin", "sessions", "list");
        none.ShouldBeOneLine(ExitCode.Usage);
        none.Error.ShouldContain("--admin-socket");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<HttpServer> StartAsync(string place) =>
        HttpServer.StartAsync(new FakeGateway(), options => options.Http.AdminSocket = place);

    private static Task<CliRun> ListAsync(string place) =>
        CliRun.RunAsync("admin", "sessions", "list", "--admin-socket", place);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    // There is no call of .NET for it.
    private static void Give(string path)
    {
        using System.Diagnostics.Process change = System.Diagnostics.Process.Start("chown", ["nobody", path]);
        change.WaitForExit();
        change.ExitCode.ShouldBe(0);
    }
}

using System.Net;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Files.Downloads;

/// <summary>Which addresses of attachments are fetched, and that no credential goes there (S-02).</summary>
public sealed class UpstreamFileTests : IAsyncDisposable
{
    private const string Good = "https://t1.p.clickup-attachments.com/t1/x.txt";
    private const string Key = "t1.p.clickup-attachments.com/t1/x.txt";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    private readonly TlsSite _site = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    public UpstreamFileTests()
    {
        foreach (
            string host in (string[])
                [
                    "t1.p.clickup-attachments.com",
                    "attachments.clickup.com",
                    "attachments-public.clickup.com",
                    "public.example",
                    "clickup-attachments.com.example",
                    "evil-clickup-attachments.com",
                    "api.clickup.com",
                ]
        )
        {
            _site.Names[host] =
            [
                [TlsSite.Public],
            ];
            _site.Responses[host + "/t1/x.txt"] = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";
        }

        _site.Names["inside.p.clickup-attachments.com"] =
        [
            [IPAddress.Parse("10.0.0.1")],
        ];
        _site.Names["both.p.clickup-attachments.com"] =
        [
            [TlsSite.Public, IPAddress.Loopback],
        ];
    }

    [Theory]
    [InlineData(Good)]
    [InlineData("https://T1.P.ClickUp-Attachments.com/t1/x.txt")]
    [InlineData("https://attachments.clickup.com/t1/x.txt")]
    [InlineData("https://attachments-public.clickup.com/t1/x.txt")]
    public async Task Files_at_the_hosts_of_ClickUp_are_fetched_without_a_credential(string address)
    {
        (await ReadAsync(address)).ShouldBe("fine");

        string head = _site.Heads.Single();
        head.ShouldNotContain("Authorization");
        head.ShouldNotContain("Cookie");
    }

    [Theory]
    [InlineData("https://public.example/t1/x.txt")]
    [InlineData("https://clickup-attachments.com.example/t1/x.txt")]
    [InlineData("https://evil-clickup-attachments.com/t1/x.txt")]
    [InlineData("https://clickup-attachments.com/t1/x.txt")]
    [InlineData("https://api.clickup.com/t1/x.txt")]
    [InlineData("https://public.example/https://attachments.clickup.com/")]
    [InlineData("https://attachments.clickup.com@public.example/t1/x.txt")]
    [InlineData("https://user@attachments.clickup.com/t1/x.txt")]
    [InlineData("https://attachments.clickup.com:8443/t1/x.txt")]
    [InlineData("http://attachments.clickup.com/t1/x.txt")]
    [InlineData("ftp://attachments.clickup.com/t1/x.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("http://127.0.0.1:8080/attachments/1/x.txt")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://inside.p.clickup-attachments.com/x")]
    [InlineData("https://both.p.clickup-attachments.com/x")]
    [InlineData("https://nowhere.p.clickup-attachments.com/x")]
    [InlineData("")]
    public async Task S_02_No_other_address_is_connected_to(string address)
    {
        await Should.ThrowAsync<ActionableException>(() => ReadAsync(address));

        _site.Connected.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://inside.p.clickup-attachments.com/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("http://public.example/t1/x.txt")]
    [InlineData("https://169.254.169.254/x")]
    public async Task S_02_A_redirect_leads_nowhere_inside(string location)
    {
        _site.Responses[Key] = $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";

        await Should.ThrowAsync<ActionableException>(() => ReadAsync(Good));

        _site.Connected.ShouldBe([TlsSite.Public]);
    }

    [Fact]
    public async Task Where_the_API_runs_on_this_machine_its_own_address_is_fetched_and_no_other()
    {
        await using Http.UpstreamClickUp api = await Http.UpstreamClickUp.StartAsync([]);
        api.Fault = (200, "fine");
        NearFiles near = new(api.Address, ClickUpMcp.Outside.PublicHttp.CreateLoopbackHandler);

        (await ReadAsync($"{api.Address}/attachments/1/x.txt", near)).ShouldBe("fine");

        api.Headers.ShouldNotContain("Authorization");
        Uri address = new(api.Address);
        foreach (
            string other in (string[])
                [
                    $"http://localhost:{address.Port}/x",
                    $"http://127.0.0.1:{address.Port + 1}/x",
                    $"http://127.0.0.2:{address.Port}/x",
                    $"https://127.0.0.1:{address.Port}/x",
                    $"http://user@127.0.0.1:{address.Port}/x",
                    "http://127.0.0.1/x",
                ]
        )
        {
            await Should.ThrowAsync<ActionableException>(() => ReadAsync(other, near), other);
        }

        api.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 65\r\n\r\n", "The file is too large.")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "The file is not given out without a sign-in.")]
    [InlineData(
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "The host of ClickUp's files does not give it out."
    )]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour", "The file was cut off while it was fetched.")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
        "The file cannot be fetched."
    )]
    public async Task What_the_host_does_not_give_is_an_error_that_says_so(string response, string says)
    {
        _site.Responses[Key] = response;

        (await Should.ThrowAsync<ActionableException>(() => ReadAsync(Good))).What.ShouldBe(says);
    }

    [Fact]
    public async Task A_host_that_takes_its_time_is_left()
    {
        _site.Responses[Key] = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour#";
        using UpstreamFiles files = Files(null);
        using UpstreamFile file = await files.OpenAsync(Good, 64, Longest, TestContext.Current.CancellationToken);
        byte[] buffer = new byte[8];
        int read = 0;
        while (read < 5)
        {
            read += await file.ReadAsync(buffer, TestContext.Current.CancellationToken);
        }

        Task<int> waiting = file.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        _time.Advance(Longest);

        (await Should.ThrowAsync<ActionableException>(() => waiting)).What.ShouldBe("The file took too long to fetch.");
    }

    [Theory]
    [InlineData(3, "fin", false)]
    [InlineData(4, "fine", true)]
    [InlineData(9, "fine", true)]
    public async Task Of_a_file_no_more_than_is_wanted_is_kept(int wanted, string start, bool isWhole)
    {
        using UpstreamFiles files = Files(null);
        using UpstreamFile file = await files.OpenAsync(Good, 64, Longest, TestContext.Current.CancellationToken);

        FileHead head = await file.ReadHeadAsync(wanted, TestContext.Current.CancellationToken);

        System.Text.Encoding.ASCII.GetString(head.Bytes.Span).ShouldBe(start);
        head.IsWhole.ShouldBe(isWhole);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private UpstreamFiles Files(NearFiles? near) =>
        new(ToolCatalog.Upstream.FileHosts, near, _time, _site.CreateHandler);

    private async Task<string> ReadAsync(string address, NearFiles? near = null)
    {
        using UpstreamFiles files = Files(near);
        using UpstreamFile file = await files.OpenAsync(address, 64, Longest, TestContext.Current.CancellationToken);
        FileHead head = await file.ReadHeadAsync(64, TestContext.Current.CancellationToken);
        return System.Text.Encoding.ASCII.GetString(head.Bytes.Span);
    }
}

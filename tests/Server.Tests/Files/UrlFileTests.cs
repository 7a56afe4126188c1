using System.Net;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;

namespace ClickUpMcp.Tests.Files;

/// <summary>Which addresses files are fetched from, and what of a foreign host is believed (S-02).</summary>
public sealed class UrlFileTests : IAsyncDisposable
{
    private static readonly FileAccessOptions Allowed = new() { Urls = true, MaxBytes = 64 };

    private readonly TlsSite _site = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    /// <summary>Addresses of which none may be connected to.</summary>
    public static TheoryData<string> Forbidden { get; } =
    [
        // No https, another port, a user.
        "http://public.example/x",
        "HTTP://public.example/x",
        "ftp://public.example/x",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/x",
        "data:text/plain,x",
        "javascript:alert(1)",
        "ws://public.example/x",
        "jar:https://public.example!/x",
        "ldap://127.0.0.1/x",
        "//public.example/x",
        "public.example/x",
        "/etc/passwd",
        "",
        "https://",
        "https:///x",
        "https://public.example:8443/x",
        "https://public.example:80/x",
        "https://public.example:22/x",
        "https://user@public.example/x",
        "https://user:word@public.example/x",
        "https://public.example@127.0.0.1/x",
        "https://127.0.0.1@public.example/x",
        "https://public.example\\@127.0.0.1/x",
        // This machine.
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://127.0.1/x",
        "https://127.255.255.254/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://0x7f.0.0.1/x",
        "https://0177.0.0.1/x",
        "https://017700000001/x",
        "https://0/x",
        "https://0.0.0.0/x",
        "https://[::1]/x",
        "https://[::]/x",
        "https://[0:0:0:0:0:0:0:1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[::ffff:7f00:1]/x",
        "https://[::127.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://[2002:7f00:1::]/x",
        "https://[2001:0:7f00:1::]/x",
        "https://①②⑦.⓪.⓪.①/x",
        "https://127。0。0。1/x",
        "https://127.0.0.1./x",
        "https://localhost/x",
        "https://LOCALHOST/x",
        "https://localhost./x",
        "https://local.example/x",
        // Private networks, the clouds' metadata, special purposes.
        "https://10.0.0.1/x",
        "https://10.255.255.255/x",
        "https://172.16.0.1/x",
        "https://172.31.255.255/x",
        "https://192.168.0.1/x",
        "https://192.168.1.1/x",
        "https://100.64.0.1/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://2852039166/latest/meta-data/",
        "https://0xa9fea9fe/x",
        "https://0251.0376.0251.0376/x",
        "https://[::ffff:169.254.169.254]/x",
        "https://[fd00:ec2::254]/x",
        "https://metadata.google.internal/x",
        "https://100.100.100.200/x",
        "https://192.0.0.192/x",
        "https://198.18.0.1/x",
        "https://192.0.2.1/x",
        "https://198.51.100.1/x",
        "https://203.0.113.1/x",
        "https://224.0.0.1/x",
        "https://240.0.0.1/x",
        "https://255.255.255.255/x",
        "https://[fc00::1]/x",
        "https://[fd12:3456::1]/x",
        "https://[fe80::1]/x",
        "https://[fe80::1%25eth0]/x",
        "https://[ff02::1]/x",
        "https://[2001:db8::1]/x",
        "https://[100::1]/x",
        // Names that lead inside, alone or among others.
        "https://inside.example/x",
        "https://metadata.example/x",
        "https://both.example/x",
        "https://both6.example/x",
        "https://nowhere.example/x",
        "https://none.example/x",
    ];

    [Fact]
    public void The_suite_has_sixty_addresses() => Forbidden.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task S_02_Nothing_but_the_public_internet_is_connected_to(string address)
    {
        NameHosts();

        ActionableException refusal = await Should.ThrowAsync<ActionableException>(() => OpenAsync(address));

        _site.Connected.ShouldBeEmpty();
        $"{refusal.What} {refusal.Why}".ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task S_02_A_private_host_and_one_that_does_not_exist_cannot_be_told_apart()
    {
        NameHosts();

        ActionableException inside = await Should.ThrowAsync<ActionableException>(() =>
            OpenAsync("https://inside.example/x")
        );
        ActionableException missing = await Should.ThrowAsync<ActionableException>(() =>
            OpenAsync("https://nowhere.example/x")
        );

        inside.What.ShouldBe(missing.What);
        inside.Why.ShouldBe(missing.Why);
    }

    [Fact]
    public async Task S_02_A_name_that_is_rebound_between_look_up_and_connection_is_connected_to_as_it_was_checked()
    {
        _site.Names["rebound.example"] =
        [
            [TlsSite.Public],
            [IPAddress.Loopback],
        ];
        _site.Responses["rebound.example/x"] = Ok("fine");

        (await ReadAsync("https://rebound.example/x")).ShouldBe("fine");
        await Should.ThrowAsync<ActionableException>(() => OpenAsync("https://rebound.example/x"));

        _site.Connected.ShouldBe([TlsSite.Public]);
    }

    [Theory]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://inside.example/x")]
    [InlineData("https://metadata.example/x")]
    [InlineData("http://public.example/y")]
    [InlineData("https://public.example:8443/y")]
    [InlineData("https://user@public.example/y")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task S_02_A_redirect_leads_only_where_an_address_may(string location)
    {
        NameHosts();
        _site.Responses["public.example/x"] =
            $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";
        _site.Responses["public.example/y"] = Ok("never");

        await Should.ThrowAsync<ActionableException>(() => OpenAsync("https://public.example/x"));

        _site.Connected.ShouldBe([TlsSite.Public]);
        _site.Heads.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task S_02_Few_redirects_are_followed(int count, bool isFetched)
    {
        NameHosts();
        for (int i = 0; i < count; i++)
        {
            _site.Responses[$"public.example/{i}"] =
                $"HTTP/1.1 307 Temporary Redirect\r\nLocation: /{i + 1}\r\nContent-Length: 0\r\n\r\n";
        }

        _site.Responses[$"public.example/{count}"] = Ok("fine");

        if (isFetched)
        {
            (await ReadAsync("https://public.example/0")).ShouldBe("fine");
        }
        else
        {
            (await Should.ThrowAsync<ActionableException>(() => OpenAsync("https://public.example/0"))).What.ShouldBe(
                "The address leads elsewhere."
            );
        }
    }

    [Fact]
    public async Task S_02_No_credential_and_no_cookie_goes_out()
    {
        NameHosts();
        _site.Responses["public.example/x"] =
            "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n";
        _site.Responses["public.example/y"] = Ok("fine");

        await ReadAsync("https://public.example/x");

        foreach (string head in _site.Heads)
        {
            head.ShouldNotContain("Authorization");
            head.ShouldNotContain("Cookie");
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 65\r\n\r\n", "too large")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "does not give it out")]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", "does not give it out")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\nx", "does not give it out")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", "does not give it out")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx", "is no file")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nx", "is no file")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nx", "is no file")]
    [InlineData("no http at all", "cannot be reached")]
    public async Task S_02_What_is_no_file_within_the_bounds_is_refused(string response, string says)
    {
        NameHosts();
        _site.Responses["public.example/x"] = response;

        (await Should.ThrowAsync<ActionableException>(() => OpenAsync("https://public.example/x"))).What.ShouldContain(
            says
        );
    }

    [Fact]
    public async Task S_02_A_host_that_says_no_length_is_read_no_further_than_the_bound()
    {
        NameHosts();
        _site.Responses["public.example/x"] = $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{new string('x', 65)}";
        _site.Responses["public.example/y"] = $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{new string('x', 64)}";

        (await ReadAsync("https://public.example/y")).Length.ShouldBe(64);
        (await Should.ThrowAsync<ActionableException>(() => ReadAsync("https://public.example/x"))).What.ShouldBe(
            "The file is too large."
        );
    }

    [Fact]
    public async Task S_02_A_host_that_sends_less_than_it_said_gives_no_file()
    {
        NameHosts();
        _site.Responses["public.example/x"] = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour";

        (await Should.ThrowAsync<ActionableException>(() => ReadAsync("https://public.example/x"))).What.ShouldBe(
            "The file was cut off while it was fetched."
        );
    }

    [Fact]
    public async Task S_02_A_host_that_takes_its_time_is_left()
    {
        NameHosts();
        _site.Responses["public.example/x"] = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour#";
        using UrlFile file = await OpenAsync("https://public.example/x");
        await using Stream stream = await file.OpenAsync(TestContext.Current.CancellationToken);
        byte[] buffer = new byte[5];
        await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);

        Task<int> waiting = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        _time.Advance(Allowed.FetchTime);

        (await Should.ThrowAsync<ActionableException>(() => waiting)).What.ShouldBe("The file took too long to fetch.");
    }

    [Fact]
    public async Task S_02_Where_the_operator_has_not_allowed_it_nothing_is_asked()
    {
        NameHosts();
        using UrlFiles files = new(new FileAccessOptions(), _time, _site.CreateHandler);

        (
            await Should.ThrowAsync<ActionableException>(() =>
                files.OpenAsync("https://public.example/x", TestContext.Current.CancellationToken)
            )
        ).What.ShouldBe("This server fetches no files from addresses.");
        _site.Connected.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Ok(string text) => $"HTTP/1.1 200 OK\r\nContent-Length: {text.Length}\r\n\r\n{text}";

    private void NameHosts()
    {
        IPAddress inside = IPAddress.Parse("10.1.2.3");
        _site.Names["public.example"] =
        [
            [TlsSite.Public],
        ];
        _site.Names["localhost"] =
        [
            [IPAddress.Loopback],
        ];
        _site.Names["localhost."] =
        [
            [IPAddress.Loopback],
        ];
        _site.Names["127.0.0.1."] =
        [
            [IPAddress.Loopback],
        ];
        _site.Names["local.example"] =
        [
            [IPAddress.IPv6Loopback],
        ];
        _site.Names["inside.example"] =
        [
            [inside],
        ];
        _site.Names["metadata.example"] =
        [
            [IPAddress.Parse("169.254.169.254")],
        ];
        _site.Names["metadata.google.internal"] =
        [
            [IPAddress.Parse("169.254.169.254")],
        ];
        _site.Names["both.example"] =
        [
            [TlsSite.Public, inside],
        ];
        _site.Names["both6.example"] =
        [
            [TlsSite.Public, IPAddress.Parse("fd00::1")],
        ];
        _site.Names["none.example"] =
        [
            [],
        ];
    }

    private async Task<UrlFile> OpenAsync(string address)
    {
        UrlFiles files = new(Allowed, _time, _site.CreateHandler);
        return await files.OpenAsync(address, TestContext.Current.CancellationToken);
    }

    private async Task<string> ReadAsync(string address)
    {
        using UrlFile file = await OpenAsync(address);
        await using Stream stream = await file.OpenAsync(TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

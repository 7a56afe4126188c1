using System.Net;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.Http;

/// <summary>What the server refuses to start with, and how its settings are read.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("0.0.0.0:0", null)]
    [InlineData("[::]:0", null)]
    [InlineData("192.0.2.1:0", null)]
    [InlineData("127.0.0.1:0", "https://mcp.example.com")]
    public void H_03_others_must_authenticate(string listen, string? publicUrl)
    {
        ServerOptions options = Options(listen, publicUrl);
        options.Http.AllowedHosts = ["mcp.example.com"];

        Refusal(options).ShouldContain("--tokens-file");

        options.Http.TokensFile = "tokens";
        HttpStartRules.Check(options);
    }

    [Fact]
    public void F_01_Files_of_the_machine_are_never_those_of_a_server_over_HTTP()
    {
        ServerOptions options = new();
        options.Files.Roots = [Path.GetTempPath()];

        Should.Throw<OptionsException>(() => HttpStartRules.Check(options)).Message.ShouldContain("--files-roots");
        options.Files.For(isLocal: false).Roots.ShouldBeEmpty();
        options.Files.For(isLocal: false).Urls.ShouldBeFalse();
        options.Files.For(isLocal: true).Urls.ShouldBeTrue();
    }

    [Fact]
    public void F_03_Over_HTTP_nothing_is_saved_on_the_machine()
    {
        ServerOptions options = new();
        options.Files.DownloadRoot = Path.GetTempPath();

        Should.Throw<OptionsException>(() => HttpStartRules.Check(options)).Message.ShouldContain("--download-root");
        options.Files.For(isLocal: false).DownloadRoot.ShouldBeNull();
        options.Files.For(isLocal: true).DownloadRoot.ShouldBe(Path.GetTempPath());
    }

    [Fact]
    public void H_03_the_servers_own_token_is_shared_only_on_purpose()
    {
        ServerOptions options = Options("0.0.0.0:0", "https://mcp.example.com");
        options.Http.TokensFile = "tokens";
        options.ApiKey = new Secret("pk_1_KEY");

        Refusal(options).ShouldContain("--share-api-key");
        Refusal(options).ShouldNotContain("pk_1_KEY");

        options.Http.ShareApiKey = true;
        HttpStartRules.Check(options);
    }

    [Theory]
    [InlineData("https://mcp.example.com", null, null, true)]
    [InlineData("https://mcp.example.com", "chain.pem", null, false)]
    [InlineData("https://mcp.example.com", null, "127.0.0.1", false)]
    [InlineData("http://localhost:3000", null, null, false)]
    [Trait("Promise", "PB-04")]
    public void Tokens_are_not_bound_to_the_network_of_a_proxy(
        string publicUrl,
        string? certificate,
        string? proxies,
        bool isRefused
    )
    {
        ServerOptions options = Options("127.0.0.1:0", publicUrl);
        options.Http.TokensFile = "tokens";
        options.Http.TlsCertificate = options.Http.TlsKey = certificate;
        options.Http.TrustedProxies = proxies is null ? [] : HttpSettingValues.Networks(proxies);
        options.Http.SignIn.BindTokensTo = ["client"];
        HttpStartRules.Check(options);

        options.Http.SignIn.BindTokensTo = ["client", "network"];
        if (isRefused)
        {
            Refusal(options).ShouldContain("--trusted-proxies");
        }
        else
        {
            HttpStartRules.Check(options);
        }
    }

    [Theory]
    [InlineData("mcp.example.com")]
    [InlineData("192.168.1.7")]
    [InlineData("localhost,box.local")]
    [Trait("Requirement", "H-03")]
    public void H_03_a_further_host_name_is_others_too(string hosts)
    {
        ServerOptions options = Options("127.0.0.1:0", null);
        options.Http.AllowedHosts = HttpSettingValues.Hosts(hosts);
        Refusal(options).ShouldContain("--tokens-file");

        options.Http.TokensFile = "tokens";
        options.ApiKey = new Secret("pk_1_KEY");
        Refusal(options).ShouldContain("--share-api-key");
        options.Http.ShareApiKey = true;
        HttpStartRules.Check(options);
        HttpStartRules.Edge(options.Http).AllowsLoopbackOrigins.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "H-03")]
    public void H_03_a_foreign_page_does_not_work_with_the_servers_token_without_a_bearer()
    {
        ServerOptions options = Options("127.0.0.1:0", null);
        options.Http.AllowedOrigins = HttpSettingValues.Origins("https://app.example.com");
        HttpStartRules.Check(options);

        options.ApiKey = new Secret("pk_1_KEY");
        Refusal(options).ShouldContain("--tokens-file");
        options.Http.TokensFile = "tokens";
        HttpStartRules.Check(options);

        options.Http.TokensFile = null;
        options.Http.AllowedOrigins = HttpSettingValues.Origins("http://localhost:6274");
        HttpStartRules.Check(options);
    }

    [Theory]
    [Trait("Promise", "PB-02")]
    [InlineData("127.0.0.1:0", null)]
    [InlineData("[::1]:0", null)]
    [InlineData("localhost:0", null)]
    [InlineData("127.0.0.1:0", "http://localhost:3000")]
    public void H_03_on_this_machine_nobody_has_to(string listen, string? publicUrl)
    {
        ServerOptions options = Options(listen, publicUrl);
        options.ApiKey = new Secret("pk_1_KEY");
        HttpStartRules.Check(options);
    }

    [Fact]
    public void A_name_is_needed_where_others_reach_the_server()
    {
        ServerOptions options = Options("0.0.0.0:0", null);
        options.Http.TokensFile = "tokens";
        Refusal(options).ShouldContain("--public-url");
    }

    [Fact]
    public async Task The_verb_refuses_too()
    {
        CliRun run = await CliRun.RunAsync("http", "--listen", "0.0.0.0:0");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--tokens-file");
    }

    [Theory]
    [InlineData("127.0.0.1:3000", "127.0.0.1", 3000)]
    [InlineData("localhost:1", "127.0.0.1", 1)]
    [InlineData("[::1]:65535", "::1", 65535)]
    [InlineData("0.0.0.0:0", "0.0.0.0", 0)]
    public void An_address_is_read(string text, string address, int port) =>
        HttpSettingValues.EndPoint(text).ShouldBe(new IPEndPoint(IPAddress.Parse(address), port));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("example.com:3000")]
    [InlineData("127.0.0.1:65536")]
    [InlineData(":3000")]
    [InlineData("3000")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string text) =>
        Should.Throw<FormatException>(() => HttpSettingValues.EndPoint(text));

    [Theory]
    [InlineData("https://mcp.example.com/mcp")]
    [InlineData("ftp://mcp.example.com")]
    [InlineData("https://user@mcp.example.com")]
    [InlineData("mcp.example.com")]
    public void What_is_no_public_url_is_refused(string text) =>
        Should.Throw<FormatException>(() => HttpSettingValues.PublicUrl(text));

    [Theory]
    [InlineData("anna")]
    [InlineData("anna abc")]
    [InlineData("anna 0123 extra")]
    [InlineData("# only a comment")]
    public void A_file_of_tokens_says_what_is_wrong_with_it(string line) =>
        Should.Throw<OptionsException>(() => BearerTokenFile.Parse([line]));

    [Fact]
    public void Tokens_of_one_name_are_one_principal()
    {
        BearerToken[] tokens = BearerTokenFile.Parse([
            $"anna {TokenFile.HashOf("old")}",
            "",
            $"anna {TokenFile.HashOf("new")}",
            $"ben {TokenFile.HashOf("other")}",
        ]);
        tokens[0].Principal.ShouldBe(tokens[1].Principal);
        tokens[2].Principal.ShouldNotBe(tokens[0].Principal);
    }

    private static ServerOptions Options(string listen, string? publicUrl)
    {
        var options = new ServerOptions();
        options.Http.Listen = HttpSettingValues.EndPoint(listen);
        options.Http.PublicUrl = publicUrl is null ? null : HttpSettingValues.PublicUrl(publicUrl);
        return options;
    }

    private static string Refusal(ServerOptions options) =>
        Should.Throw<OptionsException>(() => HttpStartRules.Check(options)).Message;
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>The shipped executable speaks https with a certificate from files, and takes a renewed one.</summary>
public sealed class TlsTests
{
    [Fact]
    [Trait("Requirement", "H-01")]
    public async Task Serves_both_eras_over_tls_and_takes_a_renewed_certificate()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (chain, key) = (Path.Combine(folder.FullName, "chain.pem"), Path.Combine(folder.FullName, "key.pem"));
        var first = WriteCertificate(chain, key);
        await using var server = await HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--sandbox", "--audit", "none", "--tls-certificate", chain, "--tls-key", key],
            null,
            Limit.Short
        );
        server.Address.Scheme.ShouldBe(Uri.UriSchemeHttps);

        foreach (var isModern in (bool[])[true, false])
        {
            (await ThumbprintAsync(server.Address, isModern, [first])).ShouldBe(first);
        }

        if (!OperatingSystem.IsWindows())
        {
            var second = WriteCertificate(chain, key);
            await ChildProcess.RunAsync("kill", ["-s", "HUP", $"{server.Process.Id}"], cancellationToken: Limit.Short);
            string seen;
            do
            {
                seen = await ThumbprintAsync(server.Address, isModern: true, [first, second]);
            } while (seen == first);

            seen.ShouldBe(second);
        }

        // Plain HTTP gets no reply there.
        using var plain = new TcpClient();
        await plain.ConnectAsync(IPAddress.Loopback, server.Address.Port, Limit.Short);
        await plain.GetStream().WriteAsync("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Limit.Short);
        using var reply = new StreamReader(plain.GetStream());
        (await reply.ReadToEndAsync(Limit.Short)).ShouldNotContain("alive");
        folder.Delete(recursive: true);
    }

    /// <summary>Calls a tool on a new connection; returns which of the expected certificates the server has shown.</summary>
    private static async Task<string> ThumbprintAsync(Uri address, bool isModern, string[] expected)
    {
        var thumbprint = string.Empty;
        var handler = new SocketsHttpHandler { UseCookies = false, UseProxy = false };
        // It is nobody's whom this machine trusts, so it has to be the very one.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            thumbprint = certificate!.GetCertHashString(HashAlgorithmName.SHA256);
            return expected.Contains(thumbprint);
        };
        using var client = new McpHttpClient(address, isModern, handler);
        await client.InitializeAsync(Limit.Short);
        using var response = await client.CallAsync("get_current_user", "{}", Limit.Short);
        (await McpHttpClient.ReplyAsync(response, Limit.Short)).IsError.ShouldBeFalse();
        response.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
        return thumbprint;
    }

    private static string WriteCertificate(string chain, string key)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", pair, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        PrivateFile.Write(key, pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(chain, certificate.ExportCertificatePem());
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}

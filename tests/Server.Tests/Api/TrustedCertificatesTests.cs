using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Api;

/// <summary>What is missing where nothing is trusted is named.</summary>
public sealed class TrustedCertificatesTests
{
    private const string Debian = "/etc/ssl/certs/ca-certificates.crt";
    private const string Fedora = "/etc/pki/tls/certs/ca-bundle.crt";
    private const string Own = "/home/anna/proxy.pem";

    [Theory]
    [InlineData(null, null, null, Debian)]
    [InlineData(null, null, Debian, null)]
    [InlineData(null, null, Fedora, null)]
    [InlineData(null, "/certificates", null, null)]
    [InlineData(Own, null, Own, null)]
    [InlineData(Own, null, Debian, Own + ", which SSL_CERT_FILE names")]
    public void The_missing_file_is_named(string? file, string? folder, string? present, string? missing) =>
        TrustedCertificates
            .FindMissing(name => name == "SSL_CERT_FILE" ? file : folder, path => path == present)
            .ShouldBe(missing);
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClickUpMcp.Build.Release;

/// <summary>Speaks TLS in front of a server on this machine, with a certificate that nobody trusts yet.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly Task _accepting;

    /// <param name="server">What it stands in front of.</param>
    public TlsFront(Uri server)
    {
        _listener.Start();
        Address = new Uri($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync(server.Port);
    }

    public Uri Address { get; }

    /// <summary>The certificate, as who trusts it keeps it.</summary>
    public string Certificate => _certificate.ExportCertificatePem();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _certificate.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync(int port)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token), port));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int port)
    {
        try
        {
            using var near = client;
            await using SslStream secure = new(near.GetStream());
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = _certificate },
                _end.Token
            );
            using TcpClient far = new();
            await far.ConnectAsync(IPAddress.Loopback, port, _end.Token);
            await using var plain = far.GetStream();
            await Task.WhenAny(secure.CopyToAsync(plain, _end.Token), plain.CopyToAsync(secure, _end.Token));
        }
        catch (Exception e)
            when (e
                    is IOException
                        or OperationCanceledException
                        or System.Security.Authentication.AuthenticationException
            )
        {
            // The other side is done, or does not trust us, as it should.
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Tests.Files;

/// <summary>Hosts of a made-up internet: one server with TLS that stands behind every public address, and a resolver that a test writes.</summary>
internal sealed class TlsSite : IAsyncDisposable
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private int _lookups;

    public TlsSite()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What the host gives for a path of a host, as bytes of HTTP/1.1.</summary>
    public Dictionary<string, string> Responses { get; } = [];

    /// <summary>The addresses of a host at each of its look-ups; the last holds for all that follow.</summary>
    public Dictionary<string, IPAddress[][]> Names { get; } = [];

    /// <summary>The addresses that were connected to.</summary>
    public RequestLog<IPAddress> Connected { get; } = new();

    /// <summary>The heads of the requests that came.</summary>
    public RequestLog<string> Heads { get; } = new();

    /// <summary>A handler whose connections to public addresses end here.</summary>
    public SocketsHttpHandler CreateHandler()
    {
        SocketsHttpHandler handler = PublicHttp.CreateHandler(ResolveAsync, ConnectAsync);
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown?.GetCertHashString() == _certificate.GetCertHashString(),
        };
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _certificate.Dispose();
        _end.Dispose();
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            return Task.FromResult<IPAddress[]>([literal]);
        }

        int at = Interlocked.Increment(ref _lookups) - 1;
        return Names.TryGetValue(host, out IPAddress[][]? answers)
            ? Task.FromResult(answers[Math.Min(at, answers.Length - 1)])
            : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
    }

    private async ValueTask<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        port.ShouldBe(443);
        foreach (IPAddress address in addresses)
        {
            Connected.Add(address);
        }

        TcpClient client = new();
        await client.ConnectAsync((IPEndPoint)_listener.LocalEndpoint, cancellationToken);
        return client.GetStream();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using SslStream stream = new(client.GetStream());
                await stream.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = _certificate },
                    _end.Token
                );
                string head = await ReadHeadAsync(stream);
                Heads.Add(head);
                string host = head.Split("Host: ")[1].Split('\r')[0];
                string response =
                    Responses.GetValueOrDefault(host + head.Split(' ')[1]) ?? "HTTP/1.1 404 Not Found\r\n\r\n";
                await stream.WriteAsync(Encoding.Latin1.GetBytes(response), _end.Token);
                if (!response.EndsWith('#'))
                {
                    await stream.ShutdownAsync();
                    return;
                }

                // It says no more, and does not end either.
                await Task.Delay(Timeout.Infinite, _end.Token);
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Whoever asked has gone.
        }
    }

    private async Task<string> ReadHeadAsync(SslStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                throw new IOException();
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=site.example", key, HashAlgorithmName.SHA256);
        using X509Certificate2 own = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClickUpMcp.Api;

namespace ClickUpMcp.Hosting;

/// <summary>Looks at the way to ClickUp step by step, without a token: name, proxy, connection with its certificate, and clock.</summary>
/// <param name="url">Where ClickUp is.</param>
/// <param name="time">This machine's clock.</param>
internal sealed class ConnectionCheck(Uri url, TimeProvider time)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _theirs;

    /// <summary>The checks, in the order in which one needs the other.</summary>
    public IEnumerable<(string Subject, Func<CancellationToken, Task<Finding>> Check)> Steps =>
        [
            ("dns", NameAsync),
            ("proxy", _ => Task.FromResult(Proxy())),
            ("tls", ConnectAsync),
            ("clock", _ => Task.FromResult(Clock())),
        ];

    private bool UsesProxy => ProxyOf() is not null;

    private async Task<Finding> NameAsync(CancellationToken cancellationToken)
    {
        if (UsesProxy)
        {
            return new Finding(true, "dns", $"the proxy looks {url.IdnHost} up");
        }

        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(url.IdnHost, cancellationToken);
            return new Finding(
                true,
                "dns",
                $"{url.IdnHost} is {string.Join(", ", addresses.Take(3).Select(static a => a.ToString()))}"
            );
        }
        catch (SocketException e)
        {
            return new Finding(
                false,
                "dns",
                $"{url.IdnHost} is not found ({e.SocketErrorCode}): look at this machine's network and name servers"
            );
        }
    }

    private Finding Proxy() =>
        new(
            true,
            "proxy",
            ProxyOf() is { } proxy
                ? $"{proxy.GetLeftPart(UriPartial.Authority)}, from HTTPS_PROXY or the system"
                : "none (HTTPS_PROXY and NO_PROXY are read)"
        );

    /// <summary>Without credentials, which an address of a proxy may have.</summary>
    private Uri? ProxyOf()
    {
        if (
            ClickUpClientOptions.IsThisMachine(url)
            || HttpClient.DefaultProxy.GetProxy(url) is not { } proxy
            || proxy == url
        )
        {
            return null;
        }

        return new UriBuilder(proxy) { UserName = string.Empty, Password = string.Empty }.Uri;
    }

    private async Task<Finding> ConnectAsync(CancellationToken cancellationToken)
    {
        string seen = string.Empty;
        using SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = UsesProxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    seen = Describe(certificate, errors);
                    return errors == SslPolicyErrors.None;
                },
            },
        };
        using HttpMessageInvoker http = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Head, url);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            _theirs = response.Headers.Date;
            return new Finding(
                true,
                "tls",
                url.Scheme == Uri.UriSchemeHttp ? "not used on this machine; it answers" : seen
            );
        }
        catch (HttpRequestException e)
        {
            return new Finding(false, "tls", Problem(e, seen));
        }
    }

    private static string Problem(HttpRequestException e, string seen) =>
        e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "no connection, since the name is not found",
            HttpRequestError.SecureConnectionError when seen.Length > 0 && TrustedCertificates.Missing is { } missing =>
                $"{seen}: there is no {missing}; install the system's CA certificates (package ca-certificates)",
            HttpRequestError.SecureConnectionError when seen.Length > 0 =>
                $"{seen}: are the system's CA certificates there (package ca-certificates), and those of your proxy?",
            HttpRequestError.SecureConnectionError => $"no TLS can be agreed on{Reason(e)}",
            HttpRequestError.ProxyTunnelError =>
                "the proxy refuses the connection: look at HTTPS_PROXY and at who may use it",
            _ => "no connection: is the network there, and does a firewall let this machine out?",
        };

    private static string Reason(HttpRequestException e) =>
        e.InnerException is AuthenticationException ? ", or the other side is no TLS server" : string.Empty;

    private static string Describe(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "the other side has no certificate";
        }

        string until = certificate.GetExpirationDateString();
        return errors == SslPolicyErrors.None
            ? string.Create(CultureInfo.InvariantCulture, $"certificate of {certificate.Issuer}, good until {until}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the certificate of {certificate.Issuer} is not trusted ({errors})"
            );
    }

    private Finding Clock()
    {
        if (_theirs is not { } theirs)
        {
            return new Finding(true, "clock", "not compared, since nothing said the time");
        }

        TimeSpan skew = (time.GetUtcNow() - theirs).Duration();
        string seconds = string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:F0} s");
        return skew <= MostSkew
            ? new Finding(true, "clock", $"within {seconds} of ClickUp's")
            : new Finding(
                false,
                "clock",
                $"{seconds} off from ClickUp's: set this machine's clock, or TLS and dates go wrong"
            );
    }
}

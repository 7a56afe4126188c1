using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The certificate of the server, read anew when its files were renewed.</summary>
internal sealed class ServerCertificate
{
    private readonly string _certificate;
    private readonly string _key;

    /// <exception cref="OptionsException">The files cannot be read.</exception>
    public ServerCertificate(string certificate, string key)
    {
        _certificate = certificate;
        _key = key;
        Current = Load() ?? throw new OptionsException("The TLS certificate or its key cannot be read.");
    }

    public X509Certificate2 Current { get; private set; }

    /// <summary>Reads the files again; files that cannot be read change nothing.</summary>
    public void Reload() => Current = Load() ?? Current;

    private X509Certificate2? Load()
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(_certificate, _key);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}

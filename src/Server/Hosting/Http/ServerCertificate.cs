using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The certificate of the server, read anew when its files were renewed.</summary>
internal sealed class ServerCertificate
{
    private readonly string _certificate;
    private readonly string _key;

    /// <exception cref="UnusableException">The files cannot be read, or others can open the key.</exception>
    public ServerCertificate(string certificate, string key)
    {
        _certificate = certificate;
        _key = key;
        Current = Load();
    }

    public X509Certificate2 Current { get; private set; }

    /// <summary>Reads the files again; files that cannot be read change nothing.</summary>
    public void Reload()
    {
        try
        {
            Current = Load();
        }
        catch (UnusableException)
        {
            // What is valid until it expires is better than nothing.
        }
    }

    private X509Certificate2 Load()
    {
        string chain = Read(_certificate, "--tls-certificate", out _);
        string key = Read(_key, "--tls-key", out bool isExposed);
        if (isExposed)
        {
            throw new UnusableException(SettingFile.Describe("--tls-key"));
        }

        try
        {
            return X509Certificate2.CreateFromPem(chain, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new UnusableException("--tls-certificate and --tls-key must name a certificate and its key, in PEM.");
        }
    }

    private static string Read(string path, string flag, out bool isExposed)
    {
        try
        {
            return SettingFile.ReadText(path, out isExposed);
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"{flag} must name {e.Message}.");
        }
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>A certificate that signs itself, and its key, as files of one test.</summary>
internal sealed class CertificateFiles : IDisposable
{
    public CertificateFiles()
    {
        using ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", pair, HashAlgorithmName.SHA256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Key, pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Chain, certificate.ExportCertificatePem());
    }

    public string Chain { get; } = Path.GetTempFileName();

    public string Key { get; } = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(Chain);
        File.Delete(Key);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Tests.Http;

/// <summary>An identity provider: its metadata, its keys, and tokens as it makes them or as nobody should.</summary>
internal sealed class FakeIssuer : HttpMessageHandler
{
    public const string Name = "https://id.example.com";
    public const string Audience = "https://mcp.example.com/mcp";

    private RSA _key = RSA.Create(2048);
    private string _id = "k1";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    /// <summary>Whether it cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>What it says instead of its keys.</summary>
    public string? Keys { get; set; }

    /// <summary>Whom its metadata names.</summary>
    public string MetadataIssuer { get; set; } = Name;

    /// <summary>Replaces the key by another.</summary>
    public void Rotate(string id) => (_key, _id) = (RSA.Create(2048), id);

    /// <summary>Makes a token.</summary>
    /// <param name="now">When.</param>
    /// <param name="change">Changes what it says.</param>
    /// <param name="algorithm">How it is signed.</param>
    /// <param name="key">The key of somebody else.</param>
    /// <param name="id">The id of the key that it names.</param>
    public string Make(
        DateTimeOffset now,
        Action<JsonObject>? change = null,
        string algorithm = "RS256",
        RSA? key = null,
        string? id = null
    )
    {
        JsonObject claims = new()
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["sub"] = "anna",
            ["scope"] = "read openid",
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        JsonObject head = new()
        {
            ["typ"] = "at+jwt",
            ["alg"] = algorithm,
            ["kid"] = id ?? _id,
        };
        string text = $"{Encode(head.ToJsonString())}.{Encode(claims.ToJsonString())}";
        return $"{text}.{Sign(Encoding.ASCII.GetBytes(text), algorithm, key ?? _key)}";
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (IsDown)
        {
            throw new HttpRequestException("down");
        }

        bool isMetadata = request.RequestUri!.AbsolutePath == "/.well-known/openid-configuration";
        Fetches += isMetadata ? 0 : 1;
        RSAParameters own = _key.ExportParameters(includePrivateParameters: false);
        string text = isMetadata
            ? $$"""{"issuer":"{{MetadataIssuer}}","jwks_uri":"{{Name}}/keys"}"""
            : Keys
                ?? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{_id}}","n":"{{Encode(own.Modulus!)}}","e":"{{Encode(own.Exponent!)}}"}]}""";
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) });
    }

    /// <remarks>A token that is signed with what everybody can read is the oldest of all forgeries.</remarks>
    private static string Sign(byte[] text, string algorithm, RSA key) =>
        algorithm switch
        {
            "none" => string.Empty,
            "HS256" => Encode(HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), text)),
            _ => Encode(key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

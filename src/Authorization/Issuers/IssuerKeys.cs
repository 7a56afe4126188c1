using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ClickUpMcp.Authorization.Issuers;

/// <summary>The public keys of an identity provider: fetched when they are first needed, and anew when they are old or lack one.</summary>
/// <remarks>While it cannot be reached, the keys that are known stay good for a day.</remarks>
public sealed class IssuerKeys : IDisposable
{
    private const int LargestDocument = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Usable = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IssuerOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile IssuerKeySet? _known;
    private long _lastTry;
    private bool _hasTried;

    /// <param name="options">Whose keys.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">Sends the requests; it must not follow redirections. Null for the network.</param>
    public IssuerKeys(IssuerOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _options = options;
        _time = time;
        _http = new HttpClient(
            handler
                ?? new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = Patience,
                }
        )
        {
            MaxResponseContentBufferSize = LargestDocument,
            Timeout = Patience,
        };
    }

    /// <summary>The keys to verify a token with.</summary>
    /// <param name="id">The id of the key that the token names; null when it names none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IssuerUnreachableException">There are none.</exception>
    public async ValueTask<IReadOnlyList<SecurityKey>> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (_known is { } known && !IsDue(known, id))
        {
            return known.Keys;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_known is not { } current || IsDue(current, id))
            {
                await FetchAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }

        return _known is { } usable && _time.GetElapsedTime(usable.Fetched) < Usable
            ? usable.Keys
            : throw new IssuerUnreachableException();
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    /// <remarks>A made-up id must not make each request fetch: between two tries there is a pause.</remarks>
    private bool IsDue(IssuerKeySet known, string? id)
    {
        bool isWanted = _time.GetElapsedTime(known.Fetched) >= Fresh || (id is not null && !known.Has(id));
        return isWanted && _time.GetElapsedTime(Volatile.Read(ref _lastTry)) >= Pause;
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        if (_hasTried && _known is null && _time.GetElapsedTime(_lastTry) < Pause)
        {
            throw new IssuerUnreachableException();
        }

        _hasTried = true;
        Volatile.Write(ref _lastTry, _time.GetTimestamp());
        try
        {
            Uri address = _options.Keys ?? await FindAddressAsync(cancellationToken);
            string text = await _http.GetStringAsync(address, cancellationToken);
            SecurityKey[] keys = [.. new JsonWebKeySet(text).GetSigningKeys().Where(IsAsymmetric)];
            if (keys.Length > 0)
            {
                _known = new IssuerKeySet(keys, _time.GetTimestamp());
            }
        }
        catch (Exception e) when (IsOutside(e) && !cancellationToken.IsCancellationRequested)
        {
            if (_known is null)
            {
                throw new IssuerUnreachableException(e);
            }
        }
    }

    private async Task<Uri> FindAddressAsync(CancellationToken cancellationToken)
    {
        string text = await _http.GetStringAsync(
            new Uri(_options.Issuer.TrimEnd('/') + "/.well-known/openid-configuration"),
            cancellationToken
        );
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("issuer", out JsonElement issuer)
            && issuer.ValueEquals(_options.Issuer)
            && root.TryGetProperty("jwks_uri", out JsonElement keys)
            && Uri.TryCreate(keys.GetString(), UriKind.Absolute, out Uri? address)
            && IsTrusted(address)
            ? address
            : throw new JsonException("The metadata names another issuer, or no address of keys.");
    }

    /// <summary>Whether what comes from an address can be believed: over TLS, or from this machine.</summary>
    public static bool IsTrusted(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    // A shared secret among public keys would let whoever reads them make tokens.
    private static bool IsAsymmetric(SecurityKey key) =>
        key is not (SymmetricSecurityKey or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.Octet });

    private static bool IsOutside(Exception e) =>
        e
            is HttpRequestException
                or JsonException
                or ArgumentException
                or InvalidOperationException
                or OperationCanceledException
                or WebException;
}

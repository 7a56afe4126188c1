using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Clients;

/// <summary>Clients whose id is the address of their metadata (O-06): fetches it with care, and believes it for as long as it says.</summary>
/// <param name="store">Keeps what was fetched.</param>
/// <param name="http">Reaches the public internet only, and follows no redirect.</param>
/// <param name="redirects">The rules for addresses to return to.</param>
/// <param name="time">The clock.</param>
internal sealed class ClientDocuments(
    IRecordStore store,
    HttpMessageInvoker http,
    RedirectUris redirects,
    TimeProvider time
)
{
    private const int MostBytes = 5 * 1024;
    private const int LongestAddress = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(1);

    /// <summary>Whether an id is an address, and so no id that we gave.</summary>
    public static bool IsAddress(string id) => id.Contains(':', StringComparison.Ordinal);

    /// <summary>The client of an address; null if its metadata cannot be had or accepted. Failures are not remembered.</summary>
    public async ValueTask<Client?> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (!IsAcceptable(address, out Uri? uri))
        {
            return null;
        }

        string key = SecretText.Hash(address);
        if (await store.FindAsync(AuthorizationRecords.ClientDocument, key, cancellationToken) is { } known)
        {
            return JsonSerializer.Deserialize(known.Value.Span, AuthorizationJson.Default.Client);
        }

        try
        {
            (Client client, TimeSpan life) = await FetchAsync(address, uri, cancellationToken);
            if (life > TimeSpan.Zero)
            {
                await store.TryInsertAsync(
                    new StoredRecord(
                        AuthorizationRecords.ClientDocument,
                        key,
                        JsonSerializer.SerializeToUtf8Bytes(client, AuthorizationJson.Default.Client),
                        time.GetUtcNow() + life
                    ),
                    cancellationToken
                );
            }

            return client;
        }
        catch (Exception e) when (e is ClientMetadataException or HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Whether an address may be fetched: https with a path, written plainly, on the usual port or none of the privileged others.</summary>
    internal static bool IsAcceptable(string address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return address.Length <= LongestAddress
            && address.StartsWith("https://", StringComparison.Ordinal)
            && address.All(static c => c is > ' ' and < '\x7f' and not ('#' or '@' or '\\'))
            && Uri.TryCreate(address, UriKind.Absolute, out uri)
            && uri.AbsoluteUri == address
            && uri.AbsolutePath != "/"
            && uri.IsDefaultPort
            && uri.HostNameType == UriHostNameType.Dns
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && !uri.Host.EndsWith('.');
    }

    private async Task<(Client Client, TimeSpan Life)> FetchAsync(
        string address,
        Uri uri,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource patience = new(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Get, uri);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request, both.Token);
        if (
            response.StatusCode != HttpStatusCode.OK
            || response.Content.Headers.ContentType?.MediaType is not { } type
            || !(type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal))
            || response.Content.Headers.ContentEncoding.Count > 0
        )
        {
            throw new ClientMetadataException("The address of the client's metadata does not answer with JSON.");
        }

        byte[] body = await ReadAsync(response.Content, both.Token);
        using JsonDocument document = ClientMetadata.Parse(body);
        return (Read(address, uri, document.RootElement), LifeOf(response.Headers));
    }

    private Client Read(string address, Uri uri, JsonElement root)
    {
        if (ClientMetadata.Text(root, "client_id") != address)
        {
            throw new ClientMetadataException("client_id is not the address of the document.");
        }

        if (root.TryGetProperty("client_secret", out _) || HasPrivateKey(root))
        {
            throw new ClientMetadataException("A public document holds no secrets.");
        }

        ClientMetadata.MustContain(root, "grant_types", "authorization_code");
        ClientMetadata.MustContain(root, "response_types", "code");
        return new Client(
            address,
            ClientMetadata.Name(root),
            ClientMetadata.Redirects(root, redirects),
            ClientMetadata.Authentication(root, ClientAuthentication.None, [ClientAuthentication.None]),
            SecretHash: null,
            VerifiedHost: uri.Host
        );
    }

    private static bool HasPrivateKey(JsonElement root) =>
        root.TryGetProperty("jwks", out JsonElement set)
        && set.ValueKind == JsonValueKind.Object
        && set.TryGetProperty("keys", out JsonElement keys)
        && keys.ValueKind == JsonValueKind.Array
        && keys.EnumerateArray()
            .Any(static key =>
                key.ValueKind == JsonValueKind.Object
                && (key.TryGetProperty("d", out _) || key.TryGetProperty("k", out _) || key.TryGetProperty("p", out _))
            );

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[MostBytes + 1];
        int read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read <= MostBytes
            ? buffer[..read]
            : throw new ClientMetadataException($"A client's metadata has at most {MostBytes} bytes.");
    }

    private static TimeSpan LifeOf(HttpResponseHeaders headers)
    {
        CacheControlHeaderValue? cache = headers.CacheControl;
        if (cache is { NoStore: true } or { NoCache: true })
        {
            return TimeSpan.Zero;
        }

        TimeSpan life = (cache?.MaxAge ?? UsualLife) - (headers.Age ?? TimeSpan.Zero);
        return life < AuthorizationRecords.LongestDocument ? life : AuthorizationRecords.LongestDocument;
    }
}
